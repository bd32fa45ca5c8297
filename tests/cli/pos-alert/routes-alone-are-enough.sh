# No channel of [pos-alert] itself: who is told is what the routes say. test tries each of them, and says whose it is.
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
replay = true
[route.night]
severity = "critical"
exec = "cat > /dev/null"
[route.day]
exec = "cat > /dev/null"
[route.broken]
webhook-file = "no-such-file"
END
short() { sed "s|$PWD/||g"; }
pos-alert --config alert.toml -n -f ndjson data/denied-incident.csv | short |
  jq -r '[.event, .severity, .channel, .to, .reason] | join(" | ")'
echo "== test"
pos-alert --config alert.toml test -f ndjson 2> dialogue | short | jq -r '[.event, .channel, .to, .reason] | join(" | ")'
short < dialogue
pos-alert test -q --config alert.toml 2>&1 > /dev/null | short
pos-alert test -q --config alert.toml > /dev/null 2>&1 || echo "status $?"
