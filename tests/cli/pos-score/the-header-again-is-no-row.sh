# A log that begins anew, or files put behind each other: one header comes out, and no row is bad.
pos-train -q -m m examples/data/history.csv
{ sed 1000q examples/data/day.csv; sed '2,1000d' examples/data/day.csv; } > twice.csv
pos-score -m m twice.csv > out
pos-score -m m examples/data/day.csv | cmp - out
cat out out | pos-report -f csv -s 2026-03-09 - | sed -n 1,2p
