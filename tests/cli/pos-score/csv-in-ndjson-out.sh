pos-score -m data/by-hand.model -f ndjson data/odd-csv.csv
