pos-report -f html -r summary data/scored.csv
