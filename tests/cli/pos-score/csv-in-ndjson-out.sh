pos-score -p forest -m data/by-hand.model -f ndjson data/odd-csv.csv
