pos-report -f csv -r table -e --normal abnormal data/scored.csv
