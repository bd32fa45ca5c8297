# A kind in Portuguese is no other word without an effect: there is no alarm, and a mark is the same.
pos-train -q -m m examples/data/history.csv
alerts() { pos-score -q -m m "$@" examples/data/day.csv | grep -c ',Alert,' || true; }
alerts
for kind in closed Closed fechado 'Fechado ' feriado holiday 'dia especial'; do
  { echo from,to,name,kind; echo "2026-03-09,,inventory,$kind"; } > events.csv
  echo "$kind: $(alerts --events events.csv)"
done
pos-score -q -m m -b pos.db examples/data/history.csv > /dev/null
pos-report -b pos.db --mark carnaval --kind Feriado -s 2026-03-03
