pos-score -p forest -m data/by-hand.model nowhere.csv
