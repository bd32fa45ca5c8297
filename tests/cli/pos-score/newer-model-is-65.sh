sed '1s/1/2/' data/by-hand.model > newer.model
pos-score -p forest -m newer.model data/ten-minutes.csv
