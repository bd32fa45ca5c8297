# More messages than may be sent in an hour: the digest goes to all to whom something in it goes, and has that alone. Who
# has heard of an incident by it hears of its end.
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
exec = "jq -r '.event, .entries[]' >> ops"
replay = true
max-per-hour = 1

[route.s1]
status = "s1"
exec = "jq -r '.event, .entries[]' >> s1"
maildir = "s1-too"

[route.s3]
status = ["s3", "s4"]
exec = "jq -r '.event, .entries[]' >> s3"

[route.nobody]
status = "s9"
exec = "touch s9"
END
awk 'BEGIN { print "time,status,count,final_decision,reason"
  for (m = 0; m < 90; m++) for (s = 1; s <= 5; s++)
    printf "2026-03-09 %02d:%02d,s%d,9,%s,%s\n", 14 + int(m / 60), m % 60, s,
      (m == 11 * s || (s == 5 && m > 55)) ? "Alert" : "Approve", m == 11 * s ? "above" : "" }' > storm.csv
pos-alert --config alert.toml storm.csv > log
for who in ops s1 s3; do echo "== $who"; cat "$who"; done
test ! -e s9
echo '== Message-IDs of the digests'
pos-report -b pos.db --sql "SELECT count(DISTINCT message_id) AS ids, count(*) AS messages FROM outbox WHERE event = 'digest'"
pos-alert --config alert.toml -n -f ndjson storm.csv | sed "s|$PWD/||" |
  jq -r 'select(.event == "due" and (.reason | test("digest"))) | "\(.channel): \(.reason)"'
