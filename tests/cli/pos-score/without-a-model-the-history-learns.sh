# Told once. The next run goes on from there, as if there had been one run; so does one with a model, when there is one.
day=examples/data/day.csv
awk -F'[ :,]' 'NR == 1 || $2 < 12' $day > morning.csv
awk -F'[ :,]' 'NR == 1 || $2 >= 12' $day > afternoon.csv
pos-score -b pos.db morning.csv > morning
pos-score -b pos.db afternoon.csv > afternoon
pos-score -q -b whole.db $day > whole
sed 1d afternoon | cat morning - | cmp - whole && echo 'as one run'
cut -d, -f1,2,9 whole | awk -F'[ :,]' '$5 == "Alert"' | sed -n '1p; $p'
pos-report --sql 'SELECT model, stream, count(*) FROM transactions GROUP BY 1' -b pos.db -f csv
export POS_DB=pos.db
pos-score $day | cmp - whole && echo 'what is stored stays'
pos-train -q -m m examples/data/history.csv
sed 's/2026-03-09/2026-03-10/' morning.csv > next.csv
POS_MODEL=m pos-score next.csv > next
# The model has seen all of the ninth: nothing is late, and no alert is given that the rows of the ninth do not earn.
grep -c ',Approve,' next
# A model that is not given any more is missed.
sed 's/2026-03-09/2026-03-11/' morning.csv > later.csv
pos-score later.csv > /dev/null
