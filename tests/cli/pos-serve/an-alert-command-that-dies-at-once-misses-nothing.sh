# needs: command -v curl
. tests/cli/pos-serve/server
model
# Reads nothing and dies, twice.
cat > reader <<'END'
echo >> starts
[ "$(wc -l < starts)" = 3 ] || exit 1
exec cat > got
END
serve --alert-command 'sh ./reader'
awk 'BEGIN { print "time,status,count"; for (m = 0; m < 30; ++m) for (i = 0; i < 9; ++i) printf "2026-03-09 13:%02d,approved,%d\n", m, i }' > rows
post text/csv @rows -o answer
wait_until 'grep -qs 13:28 got'
curl -s "${url}metrics" | grep '^pos_serve_alert_[rc]'
end
sed '/listening/d' errors
# The last minute was not over.
pos-report -b pos.db -r table -f csv -s 2026-03-09 | grep -v 13:29 | diff - got && wc -l < got
