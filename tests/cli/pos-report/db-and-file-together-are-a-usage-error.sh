cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
pos-report -b pos.db data/scored.csv
