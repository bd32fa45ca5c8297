# needs: command -v /usr/bin/python3
# Told at the start, before a row is read: not when the first incident is over.
try() {
  printf '%b' "$1" > hook.json
  pos-alert -q -b pos.db --webhook-template hook.json --webhook-file secret data/denied-incident.csv || echo "status $?"
}
try '{"a": "{{stauts}}"}\n'
try '{"text": "{{subject}}",\n{{#resolved}}\n "over": {{status}}\n{{/resolved}}\n "n": 1}\n'
try '{"text": "{{subject}}",}\n'
try '{"text": "{{subject}}", "expected": {{expected}}}\n'
try '{{! nothing }}\n'
try 'Incident {{incident}}\n'
test ! -e pos.db
rm hook.json
pos-alert -q -b pos.db --webhook-template hook.json --webhook-file secret data/denied-incident.csv || echo "status $?"
echo '== what is no JSON, in words of its own'
printf 'Content-Type: text/plain\nAppend to URL: /{{event}}\n\n{{^reminded}}{{#critical}}{{severity}} "{{status}}"{{/critical}}{{/reminded}}' > hook.json
. tests/cli/pos-alert/web-server
web_server
(umask 077 && echo "http://localhost:$port/hook?key=1" > secret)
pos-alert --replay -b pos.db --webhook-template hook.json --webhook-file secret data/denied-incident.csv | cut -d, -f3,4
for post in box/post/*.json; do
  sed -n -e 's/\r//' -e '/^POST/p' -e '/^Content-Type/p' "${post%json}head"
  cat "$post"
  echo
done
echo '== a database keeps no secret, and an unfilled one waits'
printf '{"key": "{{secret key}}", "event": "{{event}}"}' > hook.json
pos-alert --replay -q -b two.db --webhook-template hook.json --webhook-file secret data/denied-incident.csv 2>&1 > /dev/null | sed "s|$PWD|.|" || :
(umask 077 && echo 'secret key hunter2-not-told' >> secret)
pos-alert flush -q -b two.db --webhook-file secret | cut -d, -f3,4
cat box/post/*.json | grep -o '{"key": "hunter2-not-told", "event": "[a-z]*"}'
cat two.db* | grep -c hunter2 || :
