# needs: command -v /usr/bin/python3
# Each section has its own; one without has that of [pos-alert]; the template of one is no other's.
. tests/cli/pos-alert/web-server
web_server
for name in own pager plain; do (umask 077 && echo "http://localhost:$port/$name" > $name); done
printf '{"own": "{{event}}"}' > own.json
printf '{{^updated}}{"pager": "{{event}}", "key": "{{dedup_key}}"}{{/updated}}' > pager.json
cat > pos.toml << END
[pos-alert]
webhook-file = "own"
webhook-template = "own.json"

[route.pager]
severity = "critical"
webhook-file = "pager"
webhook-template = "pager.json"

[route.plain]
webhook-file = "plain"
END
pos-alert --config pos.toml -q -b pos.db --replay data/denied-incident.csv > /dev/null
for post in box/post/*.json; do
  echo "$(sed -n 's/^POST \([^ ]*\).*/\1/p' "${post%json}head") $(sed 's/pos-[0-9a-f]*/KEY/' "$post")"
done | sort
cat box/post/*.json | grep -o 'pos-[0-9a-f]*' | sort -u | wc -l
echo '== one that is wrong, in a route'
printf '{"pager": {{status}}}' > pager.json
pos-alert --config pos.toml -q -b other.db --replay data/denied-incident.csv || echo "status $?"
