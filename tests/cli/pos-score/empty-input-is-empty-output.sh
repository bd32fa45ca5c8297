pos-score -p forest -m data/by-hand.model < /dev/null
pos-score -p forest -m data/by-hand.model -f ndjson < /dev/null
