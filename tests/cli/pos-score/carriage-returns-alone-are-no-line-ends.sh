printf 'time,status,count\r14:00,approved,3\r' | pos-score -p forest -m data/by-hand.model
