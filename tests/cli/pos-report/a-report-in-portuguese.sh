export COLUMNS=80 LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1773144000
pos-report --lang pt -s 2026-03-09 -r summary,incidents,table data/scored.csv
for format in csv ndjson prom; do
  pos-report -f "$format" -s 2026-03-09 data/scored.csv >english
  pos-report -f "$format" -s 2026-03-09 --lang pt data/scored.csv | cmp english -
done
