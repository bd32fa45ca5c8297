cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > scored.csv
for report in summary series incidents table; do
  pos-report -b pos.db -s 2026-03-08 -u 2026-03-11 -f csv -r "$report" > from-history.csv
  pos-report -s 2026-03-08 -u 2026-03-11 -f csv -r "$report" scored.csv | diff from-history.csv -
done
pos-report -b pos.db -s 2026-03-09 -f csv
