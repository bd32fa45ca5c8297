{ echo time,status,count; yes 14:00,approved,31 | head -n 100000; } > short.csv
{ echo time,status,count; yes 14:00,approved,31 | head -n 2000000; } > long.csv
peak-memory --at-most-more 1024 pos-score -p forest -m data/by-hand.model short.csv -- pos-score -p forest -m data/by-hand.model long.csv
