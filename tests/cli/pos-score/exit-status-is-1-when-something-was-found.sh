pos-score -p forest -m data/by-hand.model -e data/ten-minutes.csv > /dev/null
