pos-report --hour 17-9 data/scored.csv
