pos-train -q -m m examples/data/history.csv
sed 1d examples/data/day.csv | sed 's/\(.*\),\(.*\),\(.*\)/{"time":"\1","status":"\2","count":\3}/' > day.ndjson
pos-score -m m day.ndjson > known
{ echo ' ['; sed 's/,/ , /g; s/$/,/; $s/,$//' day.ndjson; echo ']'; } > day.json
pos-score -m m day.json | cmp - known
pos-train -q -m n day.json
pos-train -q -m o day.ndjson
cmp n o
{ echo '['; paste -sd, known; echo ']'; } | pos-report -f csv -s 2026-03-09 > a
pos-report -f csv -s 2026-03-09 known | cmp - a
echo '[{"time":"14:00","status":"approved","count":3}, {"time":"14:01","count":3}]' > row.json
pos-score -p forest -m m row.json > out || echo "$?"
cut -d, -f1-3 out
echo '[{"time":"14:00","status":"approved","count":3}, 7]' | pos-score -p forest -m m || echo "$?"
echo '[{"time":"14:00","status":"approved","count":3}' | pos-score -p forest -m m || echo "$?"
echo '[]' | pos-score -p forest -m m
