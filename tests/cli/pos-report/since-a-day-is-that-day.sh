pos-report -f csv -s 2026-03-09 data/scored.csv
