# needs: command -v /usr/bin/python3
# The status line says that the webhook has it; what becomes of the rest is no reason to send it again.
. tests/cli/wait-until
for how in --cut-body --slow-body; do
  /usr/bin/python3 tests/mail/webhook-server "$how" box &
  server=$!
  wait_until '[ -s box/port ]'
  (umask 077 && echo "http://localhost:$(cat box/port)/hook/secret" > hook)
  head -14 data/denied-incident.csv | pos-alert -b pos.db --replay --webhook-file hook --timeout 3s | cut -d, -f3
  pos-alert flush -b pos.db --webhook-file hook
  find box/post -name "*.json" | wc -l
  kill "$server"
  wait "$server" 2> /dev/null || :
  rm -r box pos.db
done
