# needs: command -v curl && grep -q '^0*1 .* lo$' /proc/net/if_inet6
. tests/cli/pos-serve/server
model
serve --listen '[::1]:0'
address=${url#http://} address=${address%/}
echo "$url" | sed "s/:${address##*:}/:PORT/"
curl -s "${url}healthz"
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":12}' | jq -r .final_decision
status "http://127.0.0.1:${address##*:}/healthz" || echo 'nowhere else'
pos-serve -m m -b other.db --listen "$address" 2> taken || echo "status $?"
sed "s/:${address##*:}/:PORT/" taken
