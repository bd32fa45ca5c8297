pos-score -p forest -m data/by-hand.model -e --threshold 0 data/bad-rows.csv > /dev/null 2>&1
