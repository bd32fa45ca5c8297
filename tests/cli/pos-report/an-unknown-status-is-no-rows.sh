pos-report -f csv --status lost data/scored.csv
