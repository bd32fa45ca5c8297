pos-report -f csv -e -s 2026-03-08 data/scored.csv
