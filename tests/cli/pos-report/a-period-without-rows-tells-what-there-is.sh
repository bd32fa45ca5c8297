pos-report -f csv -s 2026-04-01 data/scored.csv
