pos-score -p forest -m data/by-hand.model --rejects - data/ten-minutes.csv
