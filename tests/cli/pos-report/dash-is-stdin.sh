pos-report -f csv - < data/scored.csv
