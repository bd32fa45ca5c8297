# One row of another system has the usual word; business is measured by aprovada.
sed -f data/to-portuguese.sed examples/data/history.csv | pos-train -q -m m
{ sed -f data/to-portuguese.sed examples/data/day.csv; echo 2026-03-09 23:59,approved,1; } | pos-score -q -m m > scored.csv
alert() { pos-alert -q --replay -n "$@" < scored.csv > events || echo "exit $?"; cut -d, -f3,7,12 events | grep resolved; }
echo '== a typing error'
alert --volume Aprovada 2>&1
echo '== as told'
alert --volume aprovada
printf '[pos-alert]\nvolume = "aprovada"\n' > c.toml
alert --config c.toml | head -1
echo '== unknown where all of them are'
alert --volume '*'
