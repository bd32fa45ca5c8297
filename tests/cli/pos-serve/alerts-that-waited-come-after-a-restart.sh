# needs: command -v curl
# Half an hour came while the command failed; the alerts are in its first minutes.
. tests/cli/pos-serve/server
model
serve --alert-command 'exit 1'
awk 'BEGIN { print "time,status,count"; for (m = 0; m < 30; ++m) printf "2026-03-09 13:%02d,approved,40\n2026-03-09 13:%02d,denied,%d\n", m, m, m < 5 ? 90 : 3 }' |
  post text/csv @- -o answer
end
serve --alert-command 'exec pos-alert -b pos.db --follow --replay --exec "cat >> told; echo >> told" > events'
wait_until 'grep -qs resolved told'
jq -r '"\(.event) \(.severity)"' told
end
serve --alert-command 'exec pos-alert -b pos.db --follow --replay --heartbeat beat > again'
wait_until '[ -e beat ]'
end
cat again
