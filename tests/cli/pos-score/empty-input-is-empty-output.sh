pos-score -m data/by-hand.model < /dev/null
pos-score -m data/by-hand.model -f ndjson < /dev/null
