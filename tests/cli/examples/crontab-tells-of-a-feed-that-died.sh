# needs: flock --version
# A feed that died 25 minutes ago is mailed by the first run, and the hourly check shows it; when rows come again, that is
# mailed, too.
mkdir pos "$HOME/pos-tools"
printf '[pos-alert]\nmaildir = "box"\n' > "$HOME/pos-tools/config.toml"
export POS_MODEL=pos.model POS_DB="$PWD/pos/pos.db" TZ=America/Sao_Paulo
pos-train -q -m pos/pos.model examples/data/history.csv
line() { grep -E "^$1" examples/crontab | sed "s|^[^ ]* [^ ]* [^ ]* [^ ]* [^ ]* *||; s|/var/lib/pos-tools|$PWD/pos|g" | head -n 1; }
cron() {  # CLOCK: the two lines, as at that time
  SOURCE_DATE_EPOCH=$(date -d "2026-03-09 $1" +%s) sh -c "$(line '\* \* \* \* \*'); $(line '7 \* \* \* \*')" < /dev/null
}
told_at() { sed 's/mailbox 20.*/mailbox, then/'; }
mails() { find . -path '*/box/new/*' -type f -exec grep -h '^Subject:' {} + | sort; }
sed '/ 11:35/,$d' examples/data/day.csv > pos/live.csv
echo 'the first run'
cron 12:00:15 | told_at
mails
echo 'rows come again'
sed '/ 11:35/,/ 12:09/d; / 12:30/,$d' examples/data/day.csv > pos/live.csv
cron 12:30:15 > check.txt
mails
