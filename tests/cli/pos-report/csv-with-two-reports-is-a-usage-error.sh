pos-report -f csv -r summary,incidents data/scored.csv
