pos-report --colour data/scored.csv
