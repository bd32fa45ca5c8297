# Times of a file without a date are stored under today. Nobody said so: it is told once, and how to say another day.
pos-train -q -m m examples/data/history.csv
sed 's/2026-03-09 //' examples/data/day.csv > clock.csv
score() {
  rm -f pos.db*
  pos-score -m m -b pos.db "$@" 2>&1 > scored | sed "s/$(date -u +%F)/TODAY/" | grep 'no date' || echo 'not a word'
}
score clock.csv
echo '- its evening is not now, at five past two'
today=$(sqlite3 pos.db 'SELECT substr(max(time), 1, 10) FROM transactions')
SOURCE_DATE_EPOCH=$(date -u -d "$today 02:05" +%s); export SOURCE_DATE_EPOCH
pos-report -q -b pos.db | head -n 1
pos-report -q -b pos.db -f html -o page.html
grep -c 'Critical now' page.html || :
echo '- what there is at 20:41 is'
awk -F, 'NR == 1 || $1 < "20:42"' clock.csv > evening.csv
score -q -D "$today" evening.csv
SOURCE_DATE_EPOCH=$(date -u -d "$today 20:41" +%s)
pos-report -q -b pos.db | head -n 1
unset SOURCE_DATE_EPOCH
echo '- somebody said it, or wants no word, or it does not matter'
score -D 2026-03-08 clock.csv
score -q clock.csv
score --no-db clock.csv
score examples/data/day.csv
echo '- rows that come as they happen, and old ones in a pipe'
zone=Etc/GMT-6  # in which it is between 06:00 and 18:00
[ "$(date -u +%H)" -lt 12 ] || zone=Etc/GMT+6
{ echo time,status,count; TZ=$zone date +%H:%M,approved,9; } | score -Z $zone -
{ echo time,status,count; echo 00:10,approved,9; } | score -Z $zone -
