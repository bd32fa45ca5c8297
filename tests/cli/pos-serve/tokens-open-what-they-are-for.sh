# needs: command -v curl
. tests/cli/pos-serve/server
model
(umask 077 && echo s3cret-post-0123456 > post-token && echo s3cret-read-0123456 > read-token)
row='{"time":"2026-03-09 13:00","status":"approved","count":12}'
serve -v --token-file post-token
echo "POST: none $(post application/json "$row" -o answer -w '%{http_code}'), wrong $(post application/json "$row" -o answer -w '%{http_code}' -H 'Authorization: Bearer s3cret-pose-0123456'), right $(post application/json "$row" -o answer -w '%{http_code}' -H 'Authorization: Bearer s3cret-post-0123456')"
echo "GET: none $(status "${url}api/summary")"
end
grep -c s3cret errors || :
serve --token-file post-token --read-token-file read-token
echo "GET: none $(status "${url}api/summary"), read $(status -H 'Authorization: bearer s3cret-read-0123456' "${url}api/summary"), post $(status -H 'Authorization: Bearer s3cret-post-0123456' "${url}api/summary"), as a password $(status -u any:s3cret-read-0123456 "$url"), wrong $(status -u any:s3cret "$url")"
echo "POST with the token to read: $(post application/json "$row" -o answer -w '%{http_code}' -H 'Authorization: Bearer s3cret-read-0123456')"
for path in healthz readyz metrics nope; do echo "$path $(status "$url$path")"; done
curl -s -i "$url" | grep -i '^www'
cat answer
