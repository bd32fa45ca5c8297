# needs: command -v curl && [ "$(id -u)" = 0 ] && mkdir -p /tmp/pos-mount.$$ && mount -t tmpfs -o size=1m pos /tmp/pos-mount.$$ && umount /tmp/pos-mount.$$ && rmdir /tmp/pos-mount.$$
. tests/cli/pos-serve/server
model
mkdir disk
mount -t tmpfs -o size=12m pos disk
unmount() { kill "$server" 2> /dev/null || :; wait "$server" 2> /dev/null || :; umount disk; }
serve -b disk/pos.db
trap unmount EXIT
row() { post application/json "{\"time\":\"2026-03-09 13:00\",\"status\":\"denied\",\"count\":$1}" -o answer -w '%{http_code}\n'; }
large() {  # some 600 KB in the log
  { echo time,status,count; awk 'BEGIN { for (i = 0; i < 3000; ++i) print "2026-03-09 13:00,approved," i % 7 }'; } |
    post text/csv @- -o answer -w '%{http_code}\n'
}
row 1
dd if=/dev/zero of=disk/filler bs=64k 2> /dev/null || :
until [ "$(large)" = 503 ]; do :; done
echo 'full:'
for second in 1 2 3 4 5 6; do
  status "${url}readyz"
  row "$second" > answered   # a small one may be stored or not
  grep -qx -e 200 -e 503 answered
  sleep 0.5
done
grep -c 'cannot be stored' errors
grep -c 'stored again' errors || :
rm disk/filler
wait_until '[ "$(status "${url}readyz")" = 200 ]'   # without anybody who tries
large
end
sed '1d; s/: disk.*//' errors
