pos-score -p forest -m data/by-hand.model < data/ten-minutes.csv | tail -n 2
