# Rows with amounts are posted: what is lost in money is that of pos-report, in the API and on the page.
. tests/cli/pos-serve/server
awk -F, 'NR == 1 { print $0 ",amount"; next } { print $0 "," ($2 == "approved" ? 12 * $3 : "") }' examples/data/day.csv > day.csv
model
serve --max-body 4M
post text/csv @day.csv | cut -d, -f 1-4 | sed -n '1,2p'
curl -s "${url}api/incidents?since=2026-03-09&until=2026-03-10" |
  jq -c '.[] | select(.lost_amount) | [.incident, .lost, .lost_amount]'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f ndjson | jq -c 'select(.lost_amount) | [.incident, .lost, .lost_amount]'
curl -s "${url}api/transactions?since=2026-03-09&until=2026-03-10&status=approved&normal=all&limit=1" | jq -c '.[0] | [.status, .count, .amount]'
curl -s "${url}api/state?since=2026-03-09&until=2026-03-10" | jq -c '[.headline, .lost_amount, .worst.lost_amount]'
curl -s "${url}?since=2026-03-09&until=2026-03-10" | grep -o '<div class="m amount">[^<]*' | sort -u
end
