pos-report -f csv -r incidents --status approved data/scored.csv
