pos-score -p forest -m nowhere.model data/ten-minutes.csv
