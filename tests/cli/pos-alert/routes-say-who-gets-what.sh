# Everything to ops, critical incidents to the pager, those of merchant beta and of reversals to others: each once, and
# who gets the beginning gets the end.
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]  # what follows is of everybody
maildir = "ops"
replay = true

[route.pager]
severity = "critical"
exec = "jq -r .subject | sed 's/^/#pager: /' >> pager"  # a # in quotes is none of a comment

[route.beta]
key = [
  "merchant=beta",    # and
  "merchant=gam?a",
]
maildir = "beta"

[route "reversals of all"]
status = "rev*"
key = ""
maildir = "reversals"
# ops once more: it gets each message once
[route.again]
maildir = "ops"
END
pos-alert --config alert.toml data/scored-keys.csv | grep -c sent
cat pager
for box in ops beta reversals; do
  echo "== $box"
  grep -h '^Subject' "$box"/new/* | sort
done
echo '== -n'
pos-alert --config alert.toml -n -f ndjson data/scored-keys.csv | sed "s|$PWD/||" |
  jq -r 'select(.event == "due") | "\(.key // "the whole") \(.status) to \(.to): \(.reason)"'
