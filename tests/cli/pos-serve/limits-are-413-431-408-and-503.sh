# needs: command -v curl && command -v python3
. tests/cli/pos-serve/server
model
serve --max-body 1K --max-clients 4 --timeout 1s
head -c 2000 /dev/zero | tr '\0' x > large
post text/csv @large -w '%{http_code}\n'
post text/csv @large -w '%{http_code}\n' -H 'Transfer-Encoding: chunked'
post text/csv @large -w '%{http_code}\n' -H 'Expect: 100-continue'
status -H "X-Long: $(head -c 9000 /dev/zero | tr '\0' x)" "${url}healthz"
cat answer
python3 tests/serve/slow "$url"
