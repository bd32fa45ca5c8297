# The second to write would take back what the first one learnt, and nobody would know.
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
head -n 1000 examples/data/day.csv > half
{ head -n 1 half; tail -n +1001 examples/data/day.csv; } > rest
for before in none half; do
  echo "== before: $before"
  rm -f s
  [ $before = none ] || pos-score -q -m m --state s half > half.csv
  mkfifo feed
  pos-score -q -m m --state s < feed > slow.csv 2> slow.err &
  slow=$!
  exec 3> feed
  head -n 1 rest >&3
  wait_until '[ -s slow.csv ]'
  pos-score -q -m m --state s rest > quick.csv
  cp s quick
  (trap '' PIPE; tail -n +2 rest >&3 2> /dev/null) || :
  exec 3>&-
  status=0
  wait $slow || status=$?
  echo "status $status"
  cat slow.err
  cmp s quick
  rm feed
done
