# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773087780   # 2026-03-09 20:23, in the middle of the last incident
model
sed '/ 20:2[3-9]\| 20:[345]\| 2[123]:/d' examples/data/day.csv > day.csv
head -2000 day.csv | pos-score -q -m m -b pos.db > /dev/null
serve
business() { curl -s "${url}metrics" | grep -E '^pos_(transactions|today|open|build)' | sed 's/version="[^"]*"/version="V"/'; }
echo 'of rows that were there: nothing has come since the start'
business | grep -c pos_transactions_total || :
{ head -1 day.csv; sed 1,2000d day.csv; } | post text/csv @- > answer
business
echo 'today, as pos-report has it:'
pos-report -b pos.db -f prom -s 2026-03-09 -u 2026-03-10 | sed -n 's/^pos_report_\(transactions\|rows\|expected_transactions\|incidents\|lost_approvals\|approval_rate\)/pos_today_\1/p' > wanted
business | grep -E '^pos_today_(transactions|rows|expected|incidents|lost|approval)' | cmp - wanted && echo same
echo 'names of statuses are no more than a hundred:'
for i in $(seq 150); do echo "2026-03-09 20:22,s$i\\,1"; done | { echo time,status,count; cat; } > many.csv
post text/csv @many.csv > answer
curl -s "${url}metrics" | grep -c '^pos_transactions_total'
curl -s "${url}metrics" | grep -E '^pos_transactions_total\{status="(\(other\)|s1[\\])'
