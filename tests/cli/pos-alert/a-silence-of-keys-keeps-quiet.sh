# Of some keys; the whole, and other keys, are told.
export SOURCE_DATE_EPOCH=1773064800 USER=ana
pos-alert -q -b pos.db --maildir box < /dev/null
pos-alert silence -b pos.db --group 'merchant=al*' --for 2h --comment 'alfa moves'
pos-alert list -b pos.db -f ndjson | jq -r '"\(.kind) \(.group)"'
pos-alert --replay -b pos.db --maildir box --from 'POS <pos@example.com>' data/scored-keys.csv |
  cut -d, -f2,3,7 | grep -v sent
grep -h '^Subject:' box/new/* | sort
