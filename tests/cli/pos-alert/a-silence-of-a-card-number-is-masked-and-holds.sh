export SOURCE_DATE_EPOCH=1773065400 USER=ana
pos-alert -q -b pos.db --maildir box < /dev/null
pos-alert silence -b pos.db --status 'denied 7 4111111111111111' --for 2h --comment 'of 4111111111111111'
sed 's/,denied,/,denied 7 4111111111111111,/' data/denied-incident.csv |
  pos-alert -b pos.db --exec 'cat > told' | cut -d, -f2,3,7,13
test ! -e told
pos-alert list -b pos.db --all | grep -c 4111111111111111 || :
cat pos.db* | grep -ac 4111111111111111 || :
