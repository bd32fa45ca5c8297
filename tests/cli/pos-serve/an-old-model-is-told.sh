# needs: command -v curl
. tests/cli/pos-serve/server
model
export SOURCE_DATE_EPOCH=1778500800   # 2026-05-11 12:00
serve
wait_until 'grep -q "knows nothing" errors'
kill -HUP "$server"
wait_until 'grep -q "it is the model" errors'
grep -c 'knows nothing' errors
sed "s/2026-03-0/2026-04-0/" examples/data/history.csv > april.csv
pos-train -q -m m april.csv
kill -HUP "$server"
wait_until 'grep -q "is in use" errors'
status "${url}healthz"
grep -v listening errors
end > /dev/null
