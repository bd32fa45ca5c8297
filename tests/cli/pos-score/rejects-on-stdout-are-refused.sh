pos-score -m data/by-hand.model --rejects - data/ten-minutes.csv
