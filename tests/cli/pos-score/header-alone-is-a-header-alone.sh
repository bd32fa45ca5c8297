printf 'time,status,count\n' | pos-score -m data/by-hand.model
printf 'time,status,count\n' | pos-score -m data/by-hand.model -f ndjson
