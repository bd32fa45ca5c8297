pos-score -p forest -m data/by-hand.model -e --threshold 0.99 data/ten-minutes.csv > /dev/null
