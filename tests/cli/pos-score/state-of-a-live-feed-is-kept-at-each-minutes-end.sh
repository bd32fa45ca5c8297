# Killed, it has lost what came after the last minute that was decided, and says how many rows it has had; told to end,
# nothing.
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
head -n 400 examples/data/day.csv > rows
pos-score -q -m m --state one rows > one.csv
mkfifo feed
live() { pos-score -q -m m --state s < feed >> out 2>> err & pid=$!; }
had() { sed -n 's/^rows //p' s; }
from() { head -n 1 rows; sed -n "$(($1 + 2)),$(($2 + 1))p" rows; }
live
exec 3> feed
from 0 200 >&3
wait_until '[ "$(wc -l < out)" -gt 190 ]'
given=200
one_more() { from "$given" "$((given + 1))" | tail -n 1 >&3; given=$((given + 1)); }
wait_until '[ -s s ] || { one_more; false; }'  # it is written when a minute is decided, once a second at most
kill -9 "$pid"
wait "$pid" 2> /dev/null || echo "exit $?"
exec 3>&-
had=$(had)
[ "$had" -ge 200 ] && [ "$had" -le "$given" ] && echo 'all that were decided are in the state'
# The feeder gives what the state has not had.
live
exec 3> feed
from "$had" 300 >&3
wait_until '[ "$(wc -l < out)" -gt 290 ]'
kill "$pid"
wait "$pid" 2> /dev/null || echo "exit $?"
exec 3>&-
had
live
from 300 1000 > feed
wait "$pid"
grep -v '^time' out | sort -u > all
grep -v '^time' one.csv | sort -u | cmp - all
cmp s one && echo 'the state of one run'
