# needs: command -v curl
# Its client parses JSON and reads time, status and count; the time is in the form that it sent.
. tests/cli/pos-serve/server
model
serve
record() { curl -s -w ' %{http_code}\n' "${url}api/get_record"; }
record
short() { curl -s "${url}api/get_record" | jq -c '[.time, .status, .count, .date_time, .zone]'; }
post application/json '{"time":"00h 10","status":"approved","count":9}' > answer
short
post text/csv 'time,status,count
00h 12,denied,3
00h 11,approved,8' > answer
short
echo 'as it stands in the history, where the time had a date:'
post application/json '{"time":"2026-03-09 00:13","status":"approved","count":7}' > answer
short
