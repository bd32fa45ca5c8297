# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
for path in '' api/transactions api/summary api/series api/incidents api/page metrics healthz readyz favicon.ico api/get_record nope api/../etc/passwd %2e%2e/ '/x?y' ; do
  echo "$path $(status --path-as-is "$url$path")"
done
for method in DELETE PUT OPTIONS TRACE; do echo "$method $(status -X "$method" "${url}api/page")"; done
curl -s -i -X POST -d x "${url}api/summary" | grep -i '^allow'
curl -s -i "${url}api/score" | grep -i '^allow'
echo "head: $(curl -s -I "${url}healthz" | grep -ci '^content-length: 16') $(curl -s --head "${url}healthz" | grep -c status)"
