pos-score -m data/by-hand.model -v data/bad-rows.csv > /dev/null
