# needs: command -v curl
# The API tells the incidents that pos-alert has told of, by number, minutes, statuses and loss, and so does the page.
. tests/cli/pos-serve/server
model
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-alert -q -b pos.db --maildir box > /dev/null
serve
period='since=2026-03-09&until=2026-03-10'
curl -s "${url}api/incidents?$period&format=csv" | sed 1d | cut -d, -f1,2,4,5,10 > api
pos-report -b pos.db --sql "SELECT id, status, first, last, printf('%.2f', lost) FROM incidents" -f csv | sed 1d > view
sqlite3 -csv pos.db "SELECT id, status, first, last, printf('%.2f', lost) FROM incidents ORDER BY id" | sed 's/"//g' > alert
sed 's/"//g' view | cmp - alert
cmp api alert && cat api
curl -s "${url}?$period" | grep -o 'id="incidents-count" value="[0-9]*"'
end
