# A warning that turns critical opens for those who hear of critical ones only, in a mail that answers none; who is told
# of another status hears of it with that. Each row is a run of its own, so that what was told is known from before.
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
maildir = "ops"
replay = true

[route.pager]
severity = "critical"
maildir = "pager"

[route.failures]
status = "failed"
maildir = "failures"
END
feed() {
  echo "time,status,count,final_decision,severity,reason"
  for minute in 05 06 07 08 09; do
    severity=warning
    case $minute in 08 | 09) severity=critical ;; esac
    echo "2026-03-09 14:$minute,denied,25,Alert,$severity,above"
    case $minute in 07 | 08 | 09) echo "2026-03-09 14:$minute,failed,9,Alert,warning,above" ;; esac
  done
  for minute in 10 11 12 13 14 15 16 17 18 19 20 21; do echo "2026-03-09 14:$minute,approved,50,Approve,,"; done
}
feed > feed.csv
for last in 3 4 5 7 8 20; do
  head -n "$last" feed.csv > part.csv
  pos-alert --config alert.toml part.csv > /dev/null
done
pos-alert --config alert.toml feed.csv | cut -d, -f3,4
for box in ops failures pager; do
  echo "== $box"
  for mail in "$box"/new/*; do
    grep -c '^In-Reply-To' "$mail" | tr '\n' ' '
    grep '^Subject' "$mail"
  done
done
# The first mail of each is the root of the thread there, or has the others behind it.
for box in failures pager; do
  first=$(grep -h '^Message-ID' "$box"/new/* | head -1 | cut -d' ' -f2)
  grep -hc -- "$first" "$box"/new/* | tr '\n' ' '
done
echo
