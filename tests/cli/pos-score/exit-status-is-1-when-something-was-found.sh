pos-score -m data/by-hand.model -e data/ten-minutes.csv > /dev/null
