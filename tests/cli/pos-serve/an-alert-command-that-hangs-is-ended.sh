# needs: command -v curl && [ -r /proc/self/status ]
. tests/cli/pos-serve/server
model
minute() { post application/json '{"time":"2026-03-09 13:00","status":"approved","count":40}' -o answer; }
gone() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status"; }
serve --alert-command 'trap "" TERM; sleep 60 & echo $$ $! > deaf; wait; sleep 60'
deaf=$server
minute
serve -b other.db --alert-command 'sleep 60 & echo $$ $! > sleepy; wait'
sleepy=$server
trap 'kill "$deaf" "$sleepy" 2> /dev/null || :' EXIT
minute
wait_until '[ -s deaf ] && [ -s sleepy ]'
begin=$(date +%s)
kill "$deaf" "$sleepy"
{ wait "$sleepy" || echo "the sleepy one's ended with status $?"; } 2> /dev/null
{ wait "$deaf" || echo "the deaf one's ended with status $?"; } 2> /dev/null
took=$(($(date +%s) - begin))
[ "$took" -ge 5 ] && [ "$took" -lt 20 ] && echo 'after 5 s'
# shellcheck disable=SC2013  # words
for process in $(cat deaf sleepy); do wait_until "gone $process" 50; done
sed '/listening/d' errors
pos-report -b pos.db --sql 'SELECT count FROM transactions' -f csv
