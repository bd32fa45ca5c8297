pos-score -m data/by-hand.model data/ten-minutes.csv | sed -n '2p'
