{ echo time,status,count; yes 14:00,approved,31 | head -n 200000; } > big.csv
pos-score -m data/by-hand.model big.csv | head -n 1
