export COLUMNS=80
pos-report data/scored.csv
