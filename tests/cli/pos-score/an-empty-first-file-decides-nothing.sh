pos-score -p forest -m data/by-hand.model /dev/null data/rows.ndjson | tail -n 1
