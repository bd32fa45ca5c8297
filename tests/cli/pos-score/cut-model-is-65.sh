head -c 200 data/by-hand.model > cut.model
pos-score -p forest -m cut.model data/ten-minutes.csv
