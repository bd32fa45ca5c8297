pos-report -b data/scored.csv
