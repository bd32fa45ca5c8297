pos-report -r pie data/scored.csv
