# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
refused() { printf '%s' "$1" | post application/json @- -w '%{http_code}\n'; }
good='"time":"2026-03-09 13:06","status":"approved"'
for value in '1 000' '- 1' '1 .5' 'tr ue' '[1 2]' '{"b":1 0}' '"a" "b"'; do
  refused "{$good,\"more\":$value}"
  refused "[{$good}, {$good,\"count\":$value}]"
done
refused "[{$good} {$good}]"
refused "[{$good,\"note\":\"a
b\"}]"
refused "[7, {$good,\"count\":1 000}]"
echo "rows: $(pos-report -b pos.db --sql 'SELECT count(*) FROM transactions' -f csv | tail -1)"
post application/json "[ {$good , \"note\" : \" 1  000 \" } ]" | sed 's/,"score".*//'
