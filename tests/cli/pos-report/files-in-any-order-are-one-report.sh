grep -e time -e 03-08 data/scored.csv > a.csv
grep -v -e 03-08 data/scored.csv > b.csv
for report in summary series incidents table; do
  pos-report -f csv -r "$report" data/scored.csv > want.csv
  pos-report -f csv -r "$report" b.csv a.csv | diff want.csv -
done
