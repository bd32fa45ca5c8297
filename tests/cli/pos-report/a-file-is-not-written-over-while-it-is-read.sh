cp data/scored.csv in.csv
pos-report -f csv -o in.csv in.csv
