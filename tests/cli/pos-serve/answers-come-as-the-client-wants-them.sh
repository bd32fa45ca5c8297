# needs: command -v curl
. tests/cli/pos-serve/server
export TZ=America/Sao_Paulo
model
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
serve
path='api/summary?since=2026-03-09'
type_of() { curl -s -o body -D head "$@"; sed -n 's/^Content-Type: \(.*\)\r$/\1/p' head; }
echo 'Accept:'
type_of "$url$path"
type_of -H 'Accept: text/csv' "$url$path"
type_of -H 'Accept: application/x-ndjson;q=0.9, text/csv;q=0.1' "$url$path"
type_of -H 'Accept: text/csv' "$url$path&format=json"
status -H 'Accept: image/png' "$url$path"
jq -c . answer
echo 'its tag is its own:'
tag=$(curl -s -D - -o body "$url$path" | sed -n 's/^ETag: \(.*\)\r$/\1/p')
status -H "If-None-Match: $tag" "$url$path"
status -H "If-None-Match: $tag" -H 'Accept: text/csv' "$url$path"
echo 'zone:'
for path in api/summary api/get_record api/nope metrics; do
  curl -s -o body -D head "$url$path"
  echo "$path $(sed -n 's/^Time-Zone: \(.*\)\r$/\1/p' head)"
done
post application/json '{}' -D head > answer
sed -n 's/^Time-Zone: //p' head
echo 'gzip:'
curl -s "${url}api/series?since=2026-03-09" > plain
curl -s -D head -H 'Accept-Encoding: gzip' "${url}api/series?since=2026-03-09" > packed
grep -E '^(Content-Encoding|Vary)' head
gzip -dc packed | cmp - plain && [ $((5 * $(wc -c < packed))) -lt "$(wc -c < plain)" ] && echo 'the same, a fifth of it'
curl -s -I -H 'Accept-Encoding: gzip' "${url}api/series?since=2026-03-09" | grep -i "^content-length: $(wc -c < packed)" > /dev/null && echo 'HEAD agrees'
curl -s -D head -H 'Accept-Encoding: gzip' "${url}healthz"
grep -c Content-Encoding head || :
curl -s --compressed "${url}?since=2026-03-09" | grep -c 'pos.db<.title>'
curl -s --compressed "${url}metrics" | grep -c '^pos_build_info'
echo 'errors for browsers, and for programs:'
browser='Accept: text/html,application/xhtml+xml,*/*;q=0.8'
type_of -H "$browser" "${url}?since=never%3Cb%3E"
cat body
type_of -H "$browser" "${url}api/no/such"
grep -o 'href="[^"]*"' body
type_of "${url}api/no/such"
type_of -H "$browser" -H 'Content-Type: application/json' -d '{' "${url}api/score"
