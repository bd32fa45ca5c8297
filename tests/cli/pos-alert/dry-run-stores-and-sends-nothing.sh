pos-alert -n -b pos.db --maildir box --replay data/denied-incident.csv | cut -d, -f1-4,14
test ! -e pos.db && test ! -e box
