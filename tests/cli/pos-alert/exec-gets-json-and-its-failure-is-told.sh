pos-alert --replay -b pos.db --exec 'jq -r "\"\(.event) \(.severity)\""; exit 3' data/denied-incident.csv > done.csv || echo "status $?"
cut -d, -f3,4 done.csv
pos-alert flush -b pos.db --exec 'true' | cut -d, -f2,3
