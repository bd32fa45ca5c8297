# A year ahead, then right again: of that clock are an opening told, a rate limit used up, a silence, a lease, a wait.
now=$(date +%s)
ahead=$((now + 31536000))
head -14 data/denied-incident.csv > opening.csv
alert() { pos-alert -b pos.db --maildir box --max-per-hour 1 "$@" | cut -d, -f2,3; }
pos-alert -q -b pos.db --maildir box < /dev/null
SOURCE_DATE_EPOCH=$ahead USER=ana pos-alert silence -q -b pos.db --status failed --for 2h --comment tests
SOURCE_DATE_EPOCH=$ahead alert opening.csv
echo 'The clock is right:'
pos-alert list -b pos.db -f csv | grep -c '^silence,1,active'
SOURCE_DATE_EPOCH=$now alert data/denied-incident.csv
sqlite3 pos.db "SELECT begin_at = $now, end_at = $now + 7200 FROM silence"
echo 'A sender died, and a try was put off:'
sqlite3 pos.db "UPDATE message SET state = 1, lease_at = $ahead WHERE id = 1;
  UPDATE message SET state = 0, next_at = $ahead WHERE id = 2; UPDATE message SET payload = 'mail'"
alert data/denied-incident.csv
