# One line says what two say, to the last byte of the model, for each kind; and that is another model than without.
. tests/cli/shop
shop 2 22 1 1 | without 2026-03-09 | without 2026-03-16 > history.csv
pos-train -q -m all history.csv
for kind in closed holiday exclude; do
  { echo from,to,name,kind; echo "2026-03-09,,Works,$kind"; echo "2026-03-16,,Works,$kind"; } > lines.csv
  { echo from,to,name,kind,repeat; echo "2026-03-09,,Works,$kind,weekly"; } > rule.csv
  { echo from,to,name,kind,repeat,until; echo "2025-03-10,,Works,$kind,weekly,2026-03-15"; } > over.csv
  for events in lines rule over; do pos-train -q -m $events --events $events.csv history.csv; done
  cmp lines rule
  cmp -s all rule || echo "$kind: another model"
  cmp -s over rule || echo "$kind: one Monday less is another one"
done
# A third Monday that is dead is told, where the two before are of kind exclude and so are no model for it.
shop 23 29 2 1 | without 2026-03-23 10:00 > dead.csv
for m in all rule; do echo "$m:"; pos-score -q -m $m dead.csv | told; done
