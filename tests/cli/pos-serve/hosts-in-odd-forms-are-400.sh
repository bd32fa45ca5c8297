# needs: command -v curl
. tests/cli/pos-serve/server
model
serve --allow-host pos.example
for host in '127.0.0.1:80@evil' 'localhost@evil' 'evil:80@127.0.0.1' '127.0.0.1:80:80' '127.0.0.1:port' '127.0.0.1:65536' \
  '127.0.0.1:-1' '127.0.0.1/evil' '127.0.0.1?evil' '127.0.0.1#evil' '127.0.0.1\evil' 'localhost,evil' 'localhost evil' '::1' \
  '[::1' '::1]' '[::1]evil' '[::1]:80@evil' '[127.0.0.1]' '[::1%25lo]' '[v1.a]' ':80' '%31%32%37.0.0.1' 'pos.example;evil'; do
  echo "$host $(status -H "Host: $host" "${url}healthz")"
done
echo 'and in good ones:'
for host in 127.0.0.1: 127.0.0.1:65535 '[::FFFF:127.0.0.1]:80' pos.example:; do
  echo "$host $(status -H "Host: $host" "${url}healthz")"
done
echo "a target $(printf 'GET http://127.0.0.1:80@evil/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n' |
  curl -s --max-time 1 "telnet://${url#http://}" | head -1 | tr -d '\r')" | sed 's|/$||'
cat answer
