# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/wait-until
/usr/bin/python3 tests/mail/server box &
server=$!
trap 'kill "$server"' EXIT
wait_until '[ -s box/port ]'
export POS_DB=pos.db POS_CONFIG=alert.toml
cat > alert.toml <<END
[pos-alert]
smtp = "smtp+plain://localhost:$(cat box/port)"
from = "pos@example.com"
to = ["ops@example.com", "night@example.com"]
timeout = "1s"
repeat = "2m"
max-per-hour = 1000
END
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv > day.csv
pos-alert --replay -n day.csv | awk -F, 'NR > 1 && $3 != "due" { print $2, $3 }' | sort | uniq -c > expected

# The day as it grows, whole minutes of it: `lines moment`, 250 times.
awk -F, 'BEGIN { srand(7) } NR > 2 && $1 != last { end[++n] = NR - 1 } { last = $1 } END {
  for (i = 1; i <= 250; i++) printf "%d %.4f\n", end[int(n * i / 250)], rand() * 0.045 }' day.csv > moments
killed=0
kill_one() {   # INPUT MOMENT
  pos-alert --replay "$1" > /dev/null 2>&1 &
  pos_alert=$!
  sleep "$2"
  kill -9 "$pos_alert" 2> /dev/null || :
  wait "$pos_alert" 2> /dev/null || [ $? != 137 ] || killed=$((killed + 1))
}
while read -r lines moment; do
  head -n "$lines" day.csv > part.csv
  kill_one part.csv "$moment"
done < moments
while [ "$killed" -lt 200 ]; do kill_one day.csv 0.002; done

pos-alert --replay day.csv > /dev/null 2>&1 || :
wait_until 'pos-alert flush > /dev/null 2>&1'
for mail in box/mail/*.eml; do
  tr -d '\r' < "$mail" | awk -F': ' '/^X-Peer-To:/ { t = $2 } /^X-Pos-Incident:/ { i = $2 } /^X-Pos-Event:/ { e = $2 }
    /^Message-ID:/ { m = $2 } /^$/ { print t, i, e, m; exit }'
done | sort -u > got   # a repeat is the same line
for to in ops@example.com night@example.com; do
  awk -v to="$to" '$1 == to { print $2, $3 }' got | sort | uniq -c | diff expected - &&
    echo "$to: each message, each with one Message-ID"
done
