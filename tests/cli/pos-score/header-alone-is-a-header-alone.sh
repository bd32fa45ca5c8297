printf 'time,status,count\n' | pos-score -p forest -m data/by-hand.model
printf 'time,status,count\n' | pos-score -p forest -m data/by-hand.model -f ndjson
