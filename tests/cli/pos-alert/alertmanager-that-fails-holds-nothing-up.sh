# needs: command -v /usr/bin/python3
# Whatever it does, mail goes its way; it is told once, and the exit status says so.
. tests/cli/pos-alert/web-server
serve() {
  web_server "$@"
  (umask 077 && printf 'http://localhost:%s/am\nbearer s3cret-token\n' "$port" > am)
}
hide() { sed "s|localhost:[0-9]*|localhost:PORT|; s|port [0-9]*|port PORT|; s|after [0-9]* m|after N m|; s|$PWD/||g"; }
mails() { find mail/new -type f 2> /dev/null | wc -l; }
head -14 data/denied-incident.csv > opening.csv
once() {
  rm -rf pos.db mail
  status=0
  pos-alert -q -b pos.db --replay --maildir mail --alertmanager-file am "$@" opening.csv > /dev/null 2> errors || status=$?
  echo "status $status, $(mails) mail"
  hide < errors
}
for answer in 200 503 400 401 404; do
  echo "$answer:"
  serve --status $answer
  once
  end
done
head -1 box/post/0001.head
grep -i '^authorization' box/post/0001.head
echo 'Nobody is there:'
once
echo 'It hangs:'
serve --silent
once --timeout 1s
echo 'Others can read the file:'
chmod 644 am
once
chmod 600 am
end

echo 'On a pipe, it hangs for longer than a mail takes, and a signal ends that:'
serve --silent
mkfifo pipe
rm -rf pos.db mail
pos-alert -q -b pos.db --replay --maildir mail --alertmanager-file am pipe > /dev/null 2> errors & pos_alert=$!
exec 3> pipe
cat opening.csv >&3
wait_until '[ -s box/post/0001.json ]'
head -17 data/denied-incident.csv | tail -n +15 >&3
wait_until '[ "$(mails)" = 2 ]' 100 && echo 'two mails'
sent=$(date +%s%3N)
kill "$pos_alert"
{ wait "$pos_alert" || echo "status $?"; } 2> /dev/null
[ "$(($(date +%s%3N) - sent))" -lt 2000 ] && echo soon
exec 3>&-
cat errors
end

echo 'It gets well: told when it failed, and when it does no more:'
serve --status 503,200
rm -rf pos.db mail
pos-alert -q -b pos.db --replay --maildir mail --alertmanager-file am pipe > /dev/null 2> errors & pos_alert=$!
exec 3> pipe
cat opening.csv >&3
wait_until 'grep -q 503 errors'
head -17 data/denied-incident.csv | tail -n +15 >&3   # it turns critical, which is shown at once
wait_until 'grep -q again$ errors'
exec 3>&-
wait "$pos_alert" || echo "status $?"
hide < errors
jq -r '.[].labels.severity' box/post/*.json
end
