# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
# shellcheck disable=SC2059  # it has escapes
refused() { printf "$2" | post "$1" @- -w '%{http_code}\n'; }
good='"time":"2026-03-09 13:06","status":"approved"'
for more in recommendation score reason; do refused application/json "{$good,\"$more\":\"x\"}"; done
refused text/csv 'time,status,count,recommendation\n2026-03-09 13:06,approved,1,none\n'
for count in '"1e3"' 1.5 -1 9007199254740993 null true '""'; do refused application/x-ndjson "{$good}\n{$good,\"count\":$count}\n"; done
for status in '{"a":1}' '""' '"a\\nb"' null; do refused application/json "[{$good},{\"time\":\"13:00\",\"status\":$status}]"; done
for time in '"2026-02-30 13:00"' '"24:00"' '"noon"' '""'; do refused application/json "[{$good},{\"time\":$time,\"status\":\"approved\"}]"; done
refused application/json "{$good,\"count\":1,\"count\":2}"
refused application/json "{$good}{}"
refused application/x-ndjson "{$good}\n[]\n"
refused application/x-ndjson "{$good}\n{\"time\":\n"
for row in '13:06,approved,1,2' '13:06,approved' '13:06,"approved,1' '13:06,app\377roved,1' '13:06,,1'; do
  refused text/csv "time,status,count\n13:06,approved,1\n$row\n"
done
echo "rows: $(pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv | tail -1)"
