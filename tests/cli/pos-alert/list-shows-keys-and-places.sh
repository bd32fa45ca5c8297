pos-alert --replay -q -b pos.db --exec true data/scored-keys.csv > /dev/null
pos-alert -b pos.db list --all | sed '/^$/,$d'
pos-alert -b pos.db list --all -f ndjson | jq -r 'select(.kind == "incident") | "\(.id) \(.group) \(.where)"'
pos-alert -b pos.db list --all -f csv | cut -d, -f1,2,6 | sed 3q
