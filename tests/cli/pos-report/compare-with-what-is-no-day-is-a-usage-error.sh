pos-report --compare last-year data/scored.csv
