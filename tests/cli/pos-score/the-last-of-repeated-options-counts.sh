pos-score -p seed -m nowhere -m data/by-hand.model -p forest data/ten-minutes.csv | grep -c Alert
