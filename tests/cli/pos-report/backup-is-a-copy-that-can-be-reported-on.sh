cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
pos-report -b pos.db --backup copy.db
pos-report -b copy.db -s 2026-03-09 -f csv -r bars
pos-report -b pos.db --backup copy.db
