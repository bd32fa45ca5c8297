pos-score -p forest -m data/by-hand.model -a data/ten-minutes.csv
