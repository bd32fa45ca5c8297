# A zone that is wrong is seen in the first row that is waited for, not when the feed has died. What came at once before,
# of whatever time, says nothing of it.
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
row() { printf '%s,approved,30\n' "$(date -u -d "$1" '+%Y-%m-%d %H:%M')"; }
follow() {  # ZONE: a feed whose times are UTC
  mkfifo pipe
  : > out.csv   # a shell that is late has not made it
  TZ=$1 pos-score -m m --max-model-age 99999d < pipe > out.csv 2> errors & pid=$!
  exec 3> pipe
  sed -n 1,50p examples/data/day.csv >&3
  wait_until '[ "$(grep -c . out.csv)" -gt 20 ]'
  [ -s errors ] && echo 'told too early'
  sleep 2  # the pipe is waited for
  row now >&3
  "$2"
  exec 3>&-
  wait "$pid" || :
  rm pipe
  grep -c 'than an hour away' errors || :
}
told() { wait_until 'grep -q "than an hour away" errors'; }
not_told() { sleep 2; row now >&3; }
follow America/Sao_Paulo told
follow UTC not_told
