pos-score -m nowhere.model data/ten-minutes.csv
