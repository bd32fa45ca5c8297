pos-score -m data/by-hand.model data/ten-minutes.csv > /dev/full
