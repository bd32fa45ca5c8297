pos-score -m data/by-hand.model data/bad-rows.csv
