# needs: command -v curl
# SIGHUP with a model that has other keys, other families, then none: the stream goes on; no key is told that the new
# model alone would not tell, and what a body lacks is told by its name.
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1772798400   # 2026-03-06 12:00, when that day is over
python3 data/merchants.py
pos-train -q --by merchant -m merchants history.csv
pos-train -q --by acquirer,merchant -m both history.csv
pos-train -q -m none history.csv
line() { grep -n "$1" day.csv | sed -n '1s/:.*//p'; }
part() {  # FROM TO: by their first minutes
  n=$(line "$1")
  end=$(line "$2")
  while [ "$n" -lt "$end" ]; do
    (sed -n 1p day.csv; sed -n "$n,$((n + 199 < end ? n + 199 : end - 1))p" day.csv) > body.csv
    [ "$(status -H 'Content-Type: text/csv' --data-binary @body.csv "${url}api/score")" = 200 ] || cat answer
    n=$((n + 200))
  done
}
reload() {
  cp "$1" m
  : > errors
  kill -HUP "$server"
  wait_until 'grep -q "is in use" errors'
}
cp none m
serve
part '05 00:00' '05 07:30'
reload merchants
part '05 07:30' '05 10:12'
reload both
part '05 10:12' '05 14:10'
post text/csv 'time,status,count,merchant
2026-03-05 14:10,approved,3,alfa
'
post application/json '{"time":"2026-03-05 14:10","status":"approved","count":3,"merchant":"alfa"}'
echo
reload none
part '05 14:10' '05 14:20'
reload merchants
part '05 14:20' '05 16:00'
end
sqlite3 -separator ' ' pos.db "SELECT strftime('%H', time, 'unixepoch'), coalesce(key, 'the whole'), count(DISTINCT time) > 9 FROM scored WHERE decision = 1 GROUP BY 1, 2"
