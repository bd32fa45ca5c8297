# In another zone than the clock's: rows that are ahead wait for the clock, and nothing is lost when the zone is set right.
pos-train -q -m m examples/data/history.csv
sed '/ 12:00/,$d' examples/data/day.csv > day.csv
SOURCE_DATE_EPOCH=$(date -u -d '2026-03-09 12:00:10' +%s)
export SOURCE_DATE_EPOCH
run() { pos-score --now -a -m m "$@" | sed 1d | wc -l; }
TZ=America/Sao_Paulo run -b pos.db day.csv
sqlite3 pos.db "SELECT min(time), count(*) FROM scored WHERE open = 1" | sed 's/^[0-9]*/at &/'
run -b pos.db day.csv
run -b right.db day.csv
for db in pos right; do sqlite3 $db.db 'SELECT time, name, count, expected, surprise, decision, open FROM scored JOIN status ON status.id = scored.status ORDER BY time, name' > $db.txt; done
cmp pos.txt right.txt
echo 'behind'
[ "$(TZ=Etc/GMT-3 run -b behind.db day.csv)" -gt 100 ]
