pos-report -s "" data/scored.csv
