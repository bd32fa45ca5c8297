# needs: python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Europe/Berlin")'
# Clocks are put back at 01:00 UTC, 03:00 to 02:00; cron runs every five minutes from an hour before to two hours behind.
change=$(date -u -d '2026-10-25 01:00' +%s)
python3 data/clock-change.py Europe/Berlin 2026-10-25 epoch
pos-train -q -Z Europe/Berlin -m m history.csv
runs() { # FEED
  rm -f pos.db
  for minutes in $(seq -60 5 120); do
    now=$((change + minutes * 60))
    awk -F, -v now=$now 'NR == 1 || $1 < now' "$1" > feed.csv
    SOURCE_DATE_EPOCH=$((now + 10)) pos-score --now -Z Europe/Berlin -m m -b pos.db feed.csv > /dev/null
  done
  SOURCE_DATE_EPOCH=$((now + 10)) pos-score --now -Z Europe/Berlin -m m -b one.db feed.csv > /dev/null
  for db in pos one; do
    sqlite3 $db.db 'SELECT time, status, count, expected, surprise, decision, open FROM scored ORDER BY 1, 2, 3, 4, 5' > $db.txt
  done
  cmp pos.txt one.txt
  sqlite3 pos.db 'SELECT sum(decision), count(*) - count(expected) FROM scored'
  rm one.db
}
echo 'a healthy feed: alerts, rows not judged'
runs night.csv
echo 'dead for 25 minutes of the second hour'
awk -F, -v from=$((change + 600)) 'NR == 1 || $1 < from || $1 >= from + 1500' night.csv > dead.csv
runs dead.csv
echo 'by the wall clock no run judges the history again, and none fails'
python3 data/clock-change.py America/New_York 2026-11-01 wall
pos-train -q -Z America/New_York -m m history.csv
rm -f pos.db
for clock in 00:30 01:30 02:10 02:30 06:00; do
  awk -F, -v clock="2026-11-01 $clock" 'NR == 1 || $1 < clock' night.csv > feed.csv
  SOURCE_DATE_EPOCH=$(TZ=America/New_York date -d "2026-11-01 $clock" +%s) pos-score --now -Z America/New_York -m m -b pos.db -a feed.csv 2> err | sed 1d
  grep 'judged again' err || :
done
