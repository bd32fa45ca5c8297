cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
export POS_DB=pos.db
pos-report -f csv -r bars data/scored.csv
pos-report -f csv -r bars -s 2026-03-08
