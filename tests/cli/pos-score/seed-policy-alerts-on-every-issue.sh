pos-score -m data/by-hand.model -p seed data/ten-minutes.csv | cut -d, -f2,5,9,10 | sort | uniq -c
