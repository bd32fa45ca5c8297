pos-report -f csv -r table data/scored.csv > once.csv
pos-report -f csv -r table once.csv | diff once.csv -
pos-report -f ndjson -r table once.csv > once.ndjson
pos-report -f csv -r table once.ndjson | diff once.csv -
pos-report -f csv -r incidents once.ndjson
