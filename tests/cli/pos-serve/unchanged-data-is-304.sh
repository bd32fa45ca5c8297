# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' > first
tag() { curl -s -D - -o body "${url}$1" | tr -d '\r' | sed -n 's/^ETag: //p'; }
for path in api/page api/summary ''; do
  etag=$(tag "$path")
  echo "$path $(status -H "If-None-Match: $etag" "$url$path") $(status -H 'If-None-Match: "other"' "$url$path")"
done
[ "$(tag api/page)" = "$(tag api/page)" ] && echo 'the same tag twice'
[ "$(tag api/page)" = "$(tag 'api/page?hour=1')" ] || echo 'another tag for another query'
etag=$(tag api/page)
post application/json '{"time":"2026-03-09 13:01","status":"approved","count":12}' > second
status -H "If-None-Match: $etag" "${url}api/page"
