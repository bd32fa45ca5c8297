pos-score data/ten-minutes.csv || echo "$?"
pos-score -b pos.db -p forest data/ten-minutes.csv || echo "$?"
test ! -e pos.db
