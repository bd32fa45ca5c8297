# needs: command -v curl
# The clock stands at 14:00.
. tests/cli/pos-serve/server
model
serve
csv() { at=$1; shift; post text/csv "time,status,count
2026-03-09 $at,approved,42" "$@" | sed 1d | cut -d, -f1,8-; }
csv 13:58
csv 13:59
echo 'ahead:'
csv 23:00
csv 14:12
echo 'late:'
csv 13:40
echo 'kept, and given again:'
csv 23:00 -H 'Idempotency-Key: k'
csv 23:00 -H 'Idempotency-Key: k'
echo 'as JSON, and NDJSON:'
post application/json '{"time":"2026-03-09 23:00","status":"approved","count":1}' | jq -c '[.recommendation, .judged]'
post application/x-ndjson '{"time":"2026-03-09 13:59","status":"approved","count":1}' | jq -c '[.recommendation, .judged]'
echo 'the chart ends at the newest that is no such row:'
curl -s "${url}api/page?since=2026-03-09" | jq -c '.last % 86400 / 3600'
