pos-score -p forest -m data/by-hand.model -v data/bad-rows.csv > /dev/null
