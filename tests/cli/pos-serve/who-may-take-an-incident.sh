# The rules of POST /api/score: the write token, no other site, JSON. Reading needs no more than before.
. tests/cli/pos-serve/server
model
echo 0123456789abcdef-write > write.token
echo 0123456789abcdef-read > read.token
chmod 600 write.token read.token
serve --token-file write.token --read-token-file read.token
try() { curl -s -o answer -w '%{http_code} ' "$@" "${url}api/incidents/202603091017/ack"; cat answer; }
json='Content-Type: application/json'
try -H "$json" -d '{"author":"ana"}'
try -H "$json" -H "Authorization: Bearer $(cat read.token)" -d '{"author":"ana"}'
try -H "$json" -H "Authorization: Bearer $(cat write.token)" -H 'Origin: http://evil.example' -d '{"author":"ana"}'
try -H "$json" -H "Authorization: Bearer $(cat write.token)" -H 'Sec-Fetch-Site: cross-site' -d '{"author":"ana"}'
try -H "Authorization: Bearer $(cat write.token)" -d 'author=ana'
try -H "$json" -H "Authorization: Bearer $(cat write.token)" -H 'Host: evil.example' -d '{"author":"ana"}'
try -H "$json" -H "Authorization: Bearer $(cat write.token)" -d '{"author":"ana"}'
curl -s -o answer -w '%{http_code} ' -X DELETE -H "Authorization: Bearer $(cat read.token)" "${url}api/silences/1"; cat answer
curl -s -o answer -w '%{http_code} ' -X DELETE -H "Authorization: Bearer $(cat write.token)" -H 'Origin: http://evil.example' "${url}api/silences/1"; cat answer
curl -s -o answer -w '%{http_code} ' -X DELETE -H "Authorization: Bearer $(cat write.token)" "${url}api/silences/1"; cat answer
status -H "Authorization: Bearer $(cat read.token)" "${url}api/incidents"
