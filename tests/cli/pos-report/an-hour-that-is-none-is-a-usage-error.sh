pos-report --hour 24 data/scored.csv
