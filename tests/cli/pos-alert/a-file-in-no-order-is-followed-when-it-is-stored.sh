# needs: command -v shuf
. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
{ head -1 examples/data/history.csv; tail -n +2 examples/data/history.csv | shuf --random-source=examples/data/day.csv; } > shuffled.csv
pos-score -q -m m -b ordered.db examples/data/history.csv > /dev/null
pos-alert --replay -b ordered.db < /dev/null > wanted 2> said
pos-score -q -m m -b pos.db shuffled.csv > /dev/null & pos_score=$!
wait_until '[ -s pos.db ]'
# It is stored in several commits, and looked at all the time.
while kill -0 "$pos_score" 2> /dev/null; do
  pos-alert -b pos.db --replay < /dev/null >> events 2>> said
done
pos-alert -b pos.db --replay < /dev/null >> events 2>> said
cmp wanted events && grep -c opened events
grep -v 'no channel' said || :
