pos-score -p forest -m data/by-hand.model data/ten-minutes.csv data/labelled.csv | tail -n 1
pos-score -p forest -m data/by-hand.model data/ten-minutes.csv data/labelled.csv > /dev/null
