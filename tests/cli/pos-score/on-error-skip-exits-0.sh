pos-score -p forest -m data/by-hand.model --on-error skip data/bad-rows.csv
