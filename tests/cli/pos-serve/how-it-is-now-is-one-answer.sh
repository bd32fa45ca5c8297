# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
pos-train -q -m m examples/data/history.csv
state() { curl -s "${url}api/state?${1-}" | jq -c '[.state, .headline, .since, .worst.incident, .open, .incidents, .lost, .last_record, .age, .overdue]'; }
serve
state
post text/csv @examples/data/day.csv > answer
echo 'a day that is over, a status of it, and in Portuguese:'
state 'since=2026-03-09&to=2026-03-09'
state 'since=yesterday&until=today&status=denied'
state 'since=2026-03-09&to=2026-03-09&lang=pt'
echo 'twelve hours after the last row:'
state
echo 'as /openapi.json has it:'
# lost_amount is there where rows have amounts.
curl -s "${url}openapi.json" | jq -c '.components.schemas.State.properties | keys - ["lost_amount"]' > told
curl -s "${url}api/state" | jq -c keys | cmp - told && echo the same
curl -s -w '%{http_code}\n' "${url}api/state?since=never"
end
