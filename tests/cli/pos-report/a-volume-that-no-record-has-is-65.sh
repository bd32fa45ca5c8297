# One row of another system has the usual word; business is measured by aprovada.
sed -f data/to-portuguese.sed examples/data/history.csv | pos-train -q -m m
{ sed -f data/to-portuguese.sed examples/data/day.csv; echo 2026-03-09 23:59,approved,1; } | pos-score -q -m m -b pos.db > scored.csv
pos-report --volume Aprovada scored.csv || echo "exit $?"
pos-report --volume Aprovada -b pos.db -s 2026-03-09 || echo "exit $?"
echo '== as the records look'
pos-report scored.csv | head -1
echo '== as the model in the history says'
pos-report -b pos.db -s 2026-03-09 | head -1
echo '== as told'
pos-report --volume aprovada scored.csv | head -1
printf '[pos-report]\nvolume = "aprovada"\n' > c.toml
pos-report --config c.toml scored.csv | head -1
pos-report --volume '*' scored.csv | head -1
