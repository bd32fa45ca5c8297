# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/web-server
web_server --status 429,200 --retry-after 3600
(umask 077 && echo "http://localhost:$port/hook/secret" > hook)
pos-alert -b pos.db --replay --webhook-file hook data/denied-incident.csv > /dev/null 2> errors || echo "status $?"
sed "s|:[0-9][0-9]*:|:PORT:|g; s|$PWD|.|" errors
pos-alert list -b pos.db -f ndjson --all | jq -r 'select(.kind == "message" and .id == 1) | (.next | strptime("%Y-%m-%d %H:%M:%S") | mktime) - (.created | strptime("%Y-%m-%d %H:%M:%S") | mktime) >= 3600'
pos-alert flush -b pos.db --webhook-file hook | cut -d, -f2,3,4
jq -r '"\(.event) \(.message_id)"' box/post/*.json | sort | uniq -c | awk '{ print $1, $2 }'
