pos-score -p forest -m data/by-hand.model -Z Mars/Olympus data/ten-minutes.csv
