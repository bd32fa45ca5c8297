# Nobody closes to the minute. What is announced for the afternoon says nothing of the morning.
. tests/cli/shop
shop 2 18 1 0 > history.csv
shop 19 35 2 0 > days.csv
{ echo from,to,name,kind; echo 2026-03-24 14:00,,Christmas Eve,closed; } > events.csv
pos-train -q -m m history.csv
for close in 14:00 13:40 14:25; do
  without 2026-03-24 $close < days.csv > early.csv
  echo "closed at $close, unannounced:"; pos-score -q -m m early.csv | told
  echo 'announced:'; pos-score -q -m m --events events.csv early.csv | told
done
echo 'dead at 11:00:'; without 2026-03-24 11:00 < days.csv > dead.csv
pos-score -q -m m --events events.csv dead.csv | told
pos-score -q -m m --events events.csv -a dead.csv | grep -c ' 1[5-9]:\| 2[0-9]:' || :
