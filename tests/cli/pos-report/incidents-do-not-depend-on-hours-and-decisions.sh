pos-report -f csv -r incidents --hour 23 --normal normal data/scored.csv
