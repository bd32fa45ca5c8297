# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
printf '{"time":"2026-03-09 13:00","status":"approved","count":12}' | gzip |
  post application/json @- -H 'Content-Encoding: gzip' -w '%{http_code}\n'
