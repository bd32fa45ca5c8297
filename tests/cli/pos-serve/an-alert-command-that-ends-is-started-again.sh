# needs: command -v curl
. tests/cli/pos-serve/server
model
cat > program <<'END'
echo >> starts
readlink /proc/self/fd/0
case $(wc -l < starts) in
  1) exit 3 ;;
  2) exit 0 ;;
esac
exec pos-alert -b pos.db --follow --replay --exec 'cat >> told; echo >> told'
END
serve --alert-command 'sh ./program > output'
awk 'BEGIN { print "time,status,count"; for (m = 0; m < 30; ++m) printf "2026-03-09 13:%02d,denied,90\n", m }' > rows
post text/csv @rows -o answer
wait_until '[ -s told ]'
curl -s "${url}metrics" | grep '^pos_serve_alert_'
end
sed '/listening/d' errors
head -1 output
jq -r .event told | head -1
