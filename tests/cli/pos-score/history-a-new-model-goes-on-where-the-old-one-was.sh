# Retrained at ten moments of the day: no alert that the unchanged model would not give, whether the new model has learnt
# the day so far or ends with the week before. So too after a step back to the old one.
pos-train -q -m old examples/data/history.csv
pos-train -q --seed 7 -m week examples/data/history.csv
alerts() { pos-report -q -b "$1" -s 2026-03-09 --normal abnormal -r table -f csv | cut -d, -f1,2; }
pos-score -q -m old -b whole.db examples/data/day.csv > /dev/null
alerts whole.db > wanted
echo "unchanged: $(grep -c 2026 wanted)"
for rows in 101 500 801 1203 1604 2000 2222 2600 3003 3400; do
  head -n "$rows" examples/data/day.csv > day.csv
  pos-train -q -m grown examples/data/history.csv day.csv
  pos-score -q -m old -b old.db day.csv > /dev/null
  for model in week grown; do cp old.db $model.db; done
  head -n "$((rows + 70))" examples/data/day.csv > day.csv
  cp old.db back.db
  pos-score -q -m week -b back.db day.csv > /dev/null
  cp examples/data/day.csv day.csv
  for model in week grown; do pos-score -q -m $model -b $model.db day.csv > /dev/null; done
  pos-score -q -m old -b back.db day.csv > /dev/null
  for db in week grown back; do alerts $db.db | comm -13 wanted - | sed "s/^/$rows, $db: /"; done
  rm ./*.db-* 2> /dev/null || :
  rm old.db
done
echo "of week, back: $(alerts week.db | cmp - wanted && echo the same), $(alerts back.db | cmp - wanted && echo the same)"
pos-report -b week.db --sql 'SELECT model, count(*) AS n FROM transactions WHERE source IS NOT NULL GROUP BY 1' -f csv
