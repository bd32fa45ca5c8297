pos-report -s 2026-03-09 -u 2026-03-08 data/scored.csv
