pos-score -m data/by-hand.model nowhere.csv
