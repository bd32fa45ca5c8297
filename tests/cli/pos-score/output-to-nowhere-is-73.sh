pos-score -m data/by-hand.model -o nowhere/scored.csv data/ten-minutes.csv
