# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
raw() { curl -s -o answer -w "%{http_code} $1\n" --path-as-is --request-target "$@" "$url"; }
for target in // //healthz /healthz/ /api/score/ /%2e%2e/ /%2e%2e/healthz /./healthz /healthz%00 /%68ealthz '/healthz#x' '/healthz?x' '/healthz?' \
  http://127.0.0.1/healthz http://127.0.0.1:1/healthz http://127.0.0.1 'http://127.0.0.1?x' https://127.0.0.1/healthz healthz '*' ''; do
  raw "$target"
done
raw http://127.0.0.1/healthz -H 'Host: evil.example'
raw HTTP://evil.example/healthz -H 'Host: 127.0.0.1'
raw http://127.0.0.1@evil.example/healthz
raw 127.0.0.1:443 -X CONNECT
