# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
post text/csv @examples/data/day.csv > answer
curl -s "${url}metrics" | sed -n 's/^# TYPE \([^ ]*\) .*/\1/p' | sort -u > there
jq -r '.. | .expr? // empty' examples/grafana-dashboard.json > asked
sed -n '/expr:/,/annotations:\|labels:\|for:\|alert:/p' examples/prometheus-rules.yml >> asked
jq -r '.. | .query? // empty' examples/grafana-dashboard.json >> asked
grep -oE '\bpos_[a-z_]+' asked | sed 's/_bucket$//' | sort -u > names
wc -l < names
comm -23 names there
