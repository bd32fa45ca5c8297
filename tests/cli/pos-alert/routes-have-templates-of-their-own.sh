# needs: command -v /usr/bin/python3
# A form for the chat and another for the pager, whose template has no words for warnings: it hears of the incident when
# it turns critical, as an opening, and is not due before.
. tests/cli/pos-alert/web-server
web_server
for hook in chat pager; do (umask 077 && echo "http://localhost:$port/$hook" > $hook); done
printf '{"text": "{{severity}} {{event}}"}' > chat.json
printf '{{#critical}}{"page": "{{event}} {{status}}"}{{/critical}}' > pager.json
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
replay = true
[route.chat]
webhook-file = "chat"
webhook-template = "chat.json"
[route.pager]
webhook-file = "pager"
webhook-template = "pager.json"
END
pos-alert --config alert.toml -n -f ndjson data/denied-incident.csv | jq -r 'select(.event == "due") | .reason'
pos-alert --config alert.toml data/denied-incident.csv > /dev/null
for post in box/post/*.json; do
  sed -n 's/^POST \([^ ]*\).*/\1/p' "${post%json}head" | tr '\n' ' '
  cat "$post"
  echo
done | sort
