cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
export SOURCE_DATE_EPOCH=1773068400
pos-report -b pos.db -f csv
