{ echo time,status,count; yes 14:00,approved,31 | head -n 200000; } > big.csv
pos-score -p forest -m data/by-hand.model big.csv | head -n 1
