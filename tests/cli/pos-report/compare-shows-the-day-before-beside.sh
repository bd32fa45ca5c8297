pos-report -f csv -s 2026-03-09 --compare yesterday data/scored.csv
