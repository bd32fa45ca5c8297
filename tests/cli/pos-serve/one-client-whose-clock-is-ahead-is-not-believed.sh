# needs: command -v curl
# The clock stands at 14:00.
. tests/cli/pos-serve/server
model
serve
minute() { post text/csv "time,status,count
2026-03-09 $1,approved,$2
2026-03-09 $1,denied,$3" | cut -d, -f1-3,5-; }
echo 'honest:'
for at in 13:55 13:56 13:57 13:58 13:59; do minute $at 42 2 > honest; done
tail -2 honest
echo 'ahead:'
for at in 14:59 14:30 14:04 15:01; do minute $at 42 2 | sed 1d; done
echo 'a burst, now:'
minute 14:00 42 60 | tail -1
curl -s "${url}readyz" | jq -c '[.ready, .last_record_age]'
sleep 1.3   # the server's clock has passed once more
echo 'made up:'
pos-report -b pos.db --sql "SELECT count(*) FROM transactions WHERE count = 0 AND time > '2026-03-09 13:54'" -f csv
curl -s "${url}api/incidents?since=13:00&format=csv" | cut -d, -f1-6
end
sed 1d errors
