head -c 200 data/by-hand.model > cut.model
pos-score -m cut.model data/ten-minutes.csv
