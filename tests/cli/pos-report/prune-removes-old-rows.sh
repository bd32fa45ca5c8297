cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
export SOURCE_DATE_EPOCH=1773068400  # 2026-03-09 15:00
pos-report -b pos.db --prune 1d
pos-report -b pos.db -f csv -r bars -s 2026-03-01 -u 2026-04-01
pos-report -q -b pos.db --prune 1d
