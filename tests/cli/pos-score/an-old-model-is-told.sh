# Once a run, by the newest row; the report by what its history knows of the model.
pos-train -q -m m examples/data/history.csv
later() { sed "2,\$s/^/$1 /" data/ten-minutes.csv; }
later 2026-05-07 > in-time.csv
later 2026-05-08 > late.csv
later 2026-05-09 > later.csv
pos-score -m m in-time.csv > /dev/null
pos-score -m m late.csv later.csv > /dev/null
pos-score -q -m m late.csv > /dev/null
pos-score -m m --max-model-age 70d late.csv > /dev/null
pos-score -m m -b pos.db in-time.csv > /dev/null
report() { pos-report -b pos.db -s 2026-05-07 "$@" > /dev/null || echo "$?"; }
report
report --max-model-age '4 weeks'
report --max-model-age 28d
report -q --max-model-age 28d
sed 's/^[^,]* //' examples/data/history.csv | head -n 3000 > clocks.csv
pos-train -q -m undated clocks.csv
pos-score -m undated late.csv > /dev/null
