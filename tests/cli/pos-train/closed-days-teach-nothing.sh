# What two Mondays agree on is followed on the third: but not if they were closed days. Events of other kinds, and of
# other days, do not change a byte of the model.
. tests/cli/shop
shop 2 22 1 1 | without 2026-03-09 | without 2026-03-16 > history.csv
{ echo from,to,name,kind; echo 2026-03-09,,Works,closed; echo 2026-03-16,,Works,closed; } > events.csv
{ echo from,to,name,kind; echo 2026-05-09,,Works,closed; echo 2026-03-09,,Cheap Monday,promotion; } > others.csv
shop 23 29 2 1 > week.csv
without 2026-03-23 10:00 < week.csv > dead.csv
pos-train -q -m all history.csv
pos-train -q -m but --events events.csv history.csv
pos-train -q -m same --events others.csv history.csv
cmp all same
for m in all but; do echo "$m:"; pos-score -q -m $m dead.csv | told; done
# A labelled week with a closed day that is no incident.
without 2026-03-25 < week.csv | sed '1s/$/,label/; 1!s/$/,0/' > labelled.csv
for day in 2026-03-26 2026-03-25; do
  echo "$day,,Works,closed" >> events.csv
  pos-train -q -m but --events events.csv --report r.json --test labelled.csv history.csv
  jq '.events.false_events > 9' r.json
done
