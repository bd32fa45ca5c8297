pos-score -p forest -m data/by-hand.model -o nowhere/scored.csv data/ten-minutes.csv
