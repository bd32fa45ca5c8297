pos-score -p forest -m data/by-hand.model data/ten-minutes.csv data/ten-minutes.csv | grep -c time
