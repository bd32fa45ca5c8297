# needs: command -v curl
# Half an hour came while the command failed; the alerts are in its first minutes.
. tests/cli/pos-serve/server
model
serve --alert-command 'exit 1'
awk 'BEGIN { print "time,status,count"; for (m = 0; m < 30; ++m) printf "2026-03-09 13:%02d,approved,40\n2026-03-09 13:%02d,denied,%d\n", m, m, m < 5 ? 90 : 3 }' |
  post text/csv @- -o answer
end
serve --alert-command 'cat > got'
wait_until 'grep -qs 13:28 got'
grep 'denied,90.*,Alert,' got | cut -d, -f1-3
end
