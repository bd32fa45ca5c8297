sed s/c20/c21/ data/by-hand.model > damaged.model
pos-score -p forest -m damaged.model data/ten-minutes.csv
