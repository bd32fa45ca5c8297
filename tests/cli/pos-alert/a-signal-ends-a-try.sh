# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
# A peer that accepts and says nothing, a command or a password that does not come: a second after the signal all
# is over, and the message waits for the end of its lease, to go out once.
. tests/cli/pos-alert/mail-server
mail_server --mode silent
/usr/bin/python3 tests/mail/webhook-server --silent hooks &
hooks=$!
trap 'kill "$server" "$hooks"' EXIT
wait_until '[ -s hooks/port ]'
(umask 077 && echo "http://localhost:$(cat hooks/port)/hook/secret" > hook)
head -14 data/denied-incident.csv > opening.csv   # one message
ms() { date +%s%3N; }
# What stops, the signal, the status that is expected, how to know that the try has begun, and the program.
stop() {
  name=$1 signal=$2 status=$3 begun=$4
  shift 4
  rm -f begun
  env --default-signal=INT "$@" > done.csv 2> errors &
  tried=$!
  wait_until "$begun"
  sent=$(ms)
  kill -s "$signal" "$tried"
  got=0
  wait "$tried" 2> /dev/null || got=$?
  took=$(($(ms) - sent))
  echo "$name: status $((got - status)), $([ "$took" -lt 2000 ] && echo soon || echo "after $took ms"), $(wc -l < errors) lines"
}
in_hand() { echo "[ \"\$(sqlite3 pos.db 'SELECT count(*) FROM message WHERE state = 1' 2> /dev/null)\" = 1 ]"; }
state() { sqlite3 pos.db "SELECT iif(state = 1, 'sending', 'other'), attempts, lease_at > strftime('%s') FROM message"; rm pos.db; }
# A message of an earlier run.
queue() {
  rm -f again
  pos-alert -b pos.db --replay --exec "$later" opening.csv > /dev/null 2>&1 || :
  touch again
  sqlite3 pos.db "UPDATE message SET next_at = 0"
}
later='if [ -e again ]; then touch begun; sleep 60; fi; exit 75'
printf '[pos-alert]\nsmtp = "smtp://localhost:%s"\nfrom = "pos@example.com"\nto = "ops@example.com"\n' "$(cat box/port)" > mail.toml
stop smtp TERM 143 "$(in_hand)" pos-alert -b pos.db --replay --config mail.toml opening.csv
state
stop smtp INT 130 "$(in_hand)" pos-alert -b pos.db --replay --config mail.toml opening.csv
state
stop smtp HUP 129 "$(in_hand)" pos-alert -b pos.db --replay --config mail.toml opening.csv
state
stop webhook TERM 143 '[ -s hooks/post/0001.json ]' pos-alert -b pos.db --replay --webhook-file hook opening.csv
state
stop exec TERM 143 '[ -e begun ]' pos-alert -b pos.db --replay --exec 'touch begun; sleep 60' opening.csv
state
stop 'exec that ignores it' TERM 143 '[ -e begun ]' pos-alert -b pos.db --replay --exec 'trap "" TERM; touch begun; sleep 60' opening.csv
state
stop password TERM 143 '[ -e begun ]' pos-alert -b pos.db --replay --config mail.toml --user ops --password-command 'touch begun; sleep 60' opening.csv
state
stop heartbeat TERM 143 '[ -s hooks/post/0002.json ]' pos-alert -b pos.db --replay --exec true --heartbeat "$(cat hook)" opening.csv
rm pos.db
stop test TERM 143 '[ -e begun ]' pos-alert test -q --exec 'touch begun; sleep 60'
queue
stop follow TERM 143 '[ -e begun ]' pos-alert -b pos.db --follow --exec "$later"
state
queue
stop flush TERM 143 '[ -e begun ]' pos-alert flush -b pos.db --exec "$later"
state
echo 'When the lease is over:'
stop webhook TERM 143 '[ -s hooks/post/0003.json ]' pos-alert -b pos.db --replay --webhook-file hook opening.csv
/usr/bin/python3 tests/mail/webhook-server good &
good=$!
trap 'kill "$server" "$hooks" "$good"' EXIT
wait_until '[ -s good/port ]'
echo "http://localhost:$(cat good/port)/hook/secret" > hook
pos-alert -b pos.db --replay --webhook-file hook opening.csv > /dev/null 2>&1 || echo "status $?"
ls good/post
sqlite3 pos.db "UPDATE message SET lease_at = strftime('%s') - 1"
pos-alert -b pos.db --replay --webhook-file hook opening.csv | cut -d, -f3
pos-alert -b pos.db --replay --webhook-file hook opening.csv
ls good/post/*.json
