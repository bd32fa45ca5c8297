pos-report data/ten-minutes.csv
