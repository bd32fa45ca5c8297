pos-report -f csv -e data/scored.csv
