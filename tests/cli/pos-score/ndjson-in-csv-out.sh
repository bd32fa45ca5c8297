pos-score -p forest -m data/by-hand.model -f csv data/rows.ndjson
