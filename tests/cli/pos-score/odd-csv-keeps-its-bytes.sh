pos-score -m data/by-hand.model data/odd-csv.csv
