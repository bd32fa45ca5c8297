pos-report -f csv -s 2026-03-09 --compare 2026-03-08 data/scored.csv
