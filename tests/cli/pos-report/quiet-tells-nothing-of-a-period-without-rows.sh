pos-report -q -f csv -s 2026-04-01 data/scored.csv
