pos-score -m data/by-hand.model --on-error stop data/bad-rows.csv
