export SOURCE_DATE_EPOCH=1773065400 USER=ana   # 2026-03-09 14:10 UTC
head -20 data/denied-incident.csv | pos-alert -b pos.db --maildir box -e | cut -d, -f1-3 || echo "status $?"
pos-alert list -b pos.db -e || echo "status $?"
pos-alert ack 202603091405 -b pos.db --verdict true --comment 'acquirer is down'
pos-alert silence -b pos.db --status 'rev*' --severity warning --for 2h --comment 'batch of refunds' --author bob
pos-alert silence -b pos.db --for 1d --comment holidays
pos-alert list -b pos.db | sed '/^Messages/,$d'
pos-alert unsilence 2 -b pos.db
pos-alert list -b pos.db -f csv | grep -v ^message
pos-alert list -b pos.db -f ndjson --all | grep -v message_id
