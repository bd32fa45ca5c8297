export SOURCE_DATE_EPOCH=1773068400
for format in text csv ndjson html prom; do
  pos-report -s yesterday -f "$format" -o "1.$format" data/scored.csv
  pos-report -s yesterday -f "$format" -o "2.$format" data/scored.csv
  cmp "1.$format" "2.$format"
done
grep -c '<html' 1.html
