pos-score -m data/by-hand.model -f csv data/rows.ndjson
