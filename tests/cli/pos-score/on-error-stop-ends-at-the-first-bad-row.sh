pos-score -p forest -m data/by-hand.model --on-error stop data/bad-rows.csv
