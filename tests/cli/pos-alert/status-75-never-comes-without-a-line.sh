# Queued by an earlier run, in the hands of another, of a channel that is no more: why the run ends so is told, with -q too.
head -14 data/denied-incident.csv > opening.csv   # one message
run() {
  echo "$1:"
  shift
  pos-alert -q -b pos.db "$@" < /dev/null > done.csv 2> errors || echo "status $?"
  sed 's/in [0-9]* s/in N s/' errors
}
run 'fails now' --replay --exec 'exit 75' opening.csv
sqlite3 pos.db "UPDATE message SET next_at = strftime('%s') + 300"
run 'is tried later' --exec 'exit 75'
run 'is tried later, with input' --replay --exec 'exit 75' opening.csv
run 'has no channel' --exec true
run 'has no channel' flush --exec true
sqlite3 pos.db "UPDATE message SET next_at = 0, state = 1, lease_at = strftime('%s') + 20"
run 'is with another' --exec 'exit 75'
run 'is with another' flush --exec 'exit 75'
sqlite3 pos.db "UPDATE message SET lease_at = 0, target = 'true'"
run 'is sent' --exec true
cut -d, -f3 done.csv
