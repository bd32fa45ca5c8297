# needs: command -v curl && command -v python3
. tests/cli/pos-serve/server
model
# shellcheck disable=SC2034  # serve reads it
launcher='python3 tests/serve/small-buffers'
serve -p forest
cat > viewer <<'END'
import socket, sys, time
from urllib.parse import urlsplit
place = urlsplit(sys.argv[1])
viewer = socket.socket()
viewer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
viewer.connect((place.hostname, place.port))
viewer.sendall(b'GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n')
time.sleep(60)
END
python3 viewer "$url" & idle=$!
curl -sN "${url}api/stream" > seen & reader=$!
trap 'kill "$server" "$idle" "$reader" 2> /dev/null || :' EXIT
metric() { curl -s "${url}metrics" | sed -n "s/^pos_serve_$1 //p"; }
wait_until '[ "$(metric viewers)" = 2 ]'
awk 'BEGIN { print "time,status,count"; s = "x"; while (length(s) < 63) s = s "x"; for (i = 0; i < 950; ++i) print "2026-03-09 13:04," s "," i }' > many
more() {
  post text/csv @many -o answer -w '%{http_code}\n'
  sent=$((sent + 1))
  wait_until "[ \$(grep -c ']$' seen) -ge $sent ]"
}
# An event has 275 kB: the fourth makes it more than a MiB.
sent=0
until [ "$(metric dropped_viewers_total)" = 1 ] || [ "$sent" = 10 ]; do more; done
echo "dropped with event $sent"
more
wait_until '[ "$(metric viewers)" = 1 ]'
sed -n 's/^data: //p' seen | jq length | uniq -c
