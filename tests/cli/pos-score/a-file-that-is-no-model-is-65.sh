pos-score -p forest -m data/ten-minutes.csv data/ten-minutes.csv
