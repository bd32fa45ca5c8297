pos-score -p forest -m data/by-hand.model -f csv -a --threshold 0.99 data/rows.ndjson
