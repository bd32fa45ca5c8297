printf 'time,status,count\n14:00,chargeback,3\n14:01,chargeback,3\n' | pos-score -p forest -m data/by-hand.model
