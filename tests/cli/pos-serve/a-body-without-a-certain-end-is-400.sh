# needs: command -v curl
# What a proxy in front may take for one request must not be two here (RFC 9112, 6.3).
. tests/cli/pos-serve/server
model
serve
host=${url#http://}
try() {
  { printf 'POST /api/score HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n'; printf '%b' "$1"; printf '\r\nGET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'; } |
    curl -s --max-time 5 "telnet://${host%/}" | tr -d '\r' | grep -E '^HTTP|^\{'
  echo
}
for codings in gzip identity xchunked 'chunked, identity' 'gzip, chunked' '' 'chunked\r\nContent-Length: 5' 'chunked\r\nTransfer-Encoding: chunked'; do
  echo "$codings"
  try "Transfer-Encoding: $codings\r\n"
done
echo 'Content-Length first'
try 'Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n'
