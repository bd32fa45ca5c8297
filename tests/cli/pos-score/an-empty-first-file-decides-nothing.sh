pos-score -m data/by-hand.model /dev/null data/rows.ndjson | tail -n 1
