# A silence keeps an incident from everybody; when it ends, routes match as ever. Statuses are bytes that somebody else
# wrote: brackets and markup stand for themselves, * and ? in a pattern for anything.
cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
maildir = "ops"
[route.markup]
status = "<b>[x]</b>*"
maildir = "markup"
[route.plus]
status = "a+b"
maildir = "plus"
[route.brackets]
status = "[xyz]*"
maildir = "brackets"
END
mails() {
  for box in ops markup plus brackets; do
    test ! -e "$box/new" || grep -h '^Subject' "$box"/new/* | sed "s/^Subject:/$box:/"
  done
}
row() { printf '{"time":"2026-03-09 %s","status":"%s","count":9,"final_decision":"%s"}\n' "$1" "$2" "$3"; }
start=1773065400  # 2026-03-09 14:10:00 UTC
export USER=ana SOURCE_DATE_EPOCH=$start
pos-alert -q --config alert.toml < /dev/null
pos-alert silence -q --config alert.toml --for 10m --status '<b>*' --comment tests
{ row 14:10 '<b>[x]</b>?*' Alert; row 14:10 'a' Approve; } | pos-alert --config alert.toml | jq -r '[.event, .reason] | join(" ")'
mails
echo '== ten minutes later, and five hours'
SOURCE_DATE_EPOCH=$((start + 601)) pos-alert --config alert.toml < /dev/null > /dev/null
SOURCE_DATE_EPOCH=$((start + 18000)) pos-alert --config alert.toml < /dev/null > /dev/null
mails
rm -r ops markup
echo '== another'
{ row 14:40 'a+b' Alert; row 14:40 'a' Approve; } | SOURCE_DATE_EPOCH=$((start + 18100)) pos-alert --config alert.toml > /dev/null
mails
