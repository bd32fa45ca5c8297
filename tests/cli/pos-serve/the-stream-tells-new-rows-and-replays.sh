# needs: command -v curl
. tests/cli/pos-serve/server
model
serve -p seed
listen() { file=$1; shift; curl -sN "$@" "${url}api/stream" > "$file" & listener=$!; wait_until "[ -s $file ]"; }
row() { post application/json "{\"time\":\"2026-03-09 13:0$1\",\"status\":\"$2\",\"count\":$3}" > answer; }
row 0 approved 1
listen first
row 1 denied 2
wait_until 'grep -q denied first'
row 1 failed 3
wait_until 'grep -q failed first'
kill "$listener"
row 2 approved 4
row 3 approved 5
last=$(sed -n 's/^id: //p' first | tail -1)
show() { sed -n 's/^data: //p' "$1" | jq -c '.[] | [.id, .open, .time, .status, .count]' | sort -u; }
echo "first:"
head -1 first
show first
listen again -H "Last-Event-ID: $last"
wait_until 'grep -q 13:03 again'
kill "$listener"
echo "again, after $last:"
show again
listen query --get -d "last_event_id=$last"
wait_until 'grep -q 13:03 query'
kill "$listener"
show again > header && show query | cmp header -
seq 1 2000 | awk 'BEGIN { print "time,status,count" } { print "2026-03-09 13:04,approved," $1 }' > many
listen flood
post text/csv @many > answer
wait_until 'grep -q more flood'
kill "$listener"
grep -v '^:' flood
listen late -H "Last-Event-ID: $last"
wait_until 'grep -q more late'
kill "$listener"
status -H 'Last-Event-ID: x' "${url}api/stream"
curl -s -I "${url}api/stream" | grep -i content-type
