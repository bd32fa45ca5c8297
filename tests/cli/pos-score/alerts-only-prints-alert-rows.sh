pos-score -m data/by-hand.model -a data/ten-minutes.csv
