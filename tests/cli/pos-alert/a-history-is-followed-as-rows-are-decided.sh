. tests/cli/wait-until
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
pos-train -q -m m examples/data/history.csv
# A pipe's expectations are rounded.
pos-score -q -m m examples/data/day.csv | pos-alert --replay -b other.db | cut -d, -f1-10 > wanted
mkfifo pipe
pos-score -q -m m -b pos.db pipe > /dev/null & pos_score=$!
exec 3> pipe
wait_until '[ -s pos.db ]'
pos-alert -b pos.db --follow --replay > events 3>&- & pos_alert=$!
# The day as it comes: the first alert is told while the rest is not there.
head -2700 examples/data/day.csv >&3
wait_until 'grep -qs opened events'
tail -n +2701 examples/data/day.csv >&3
exec 3>&-
wait "$pos_score"
kill "$pos_alert"
{ wait "$pos_alert" || echo "status $?"; } 2> /dev/null
cut -d, -f1-10 events | diff wanted - && echo 'the events of the pipe'
pos-alert -b pos.db --replay < /dev/null
