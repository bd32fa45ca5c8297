export SOURCE_DATE_EPOCH=1773065400 USER=ana
pos-alert -q -b pos.db --maildir box < /dev/null
pos-alert silence -b pos.db --status denied --for 2h --comment tests
pos-alert -b pos.db --maildir box data/denied-incident.csv | cut -d, -f2,3,13
test ! -e box
