POS_CONFIG=/dev/null pos-score -p forest -m data/by-hand.model data/ten-minutes.csv | tail -n 1
