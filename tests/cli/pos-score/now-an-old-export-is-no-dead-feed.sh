pos-train -q -m m examples/data/history.csv
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-$1" +%s); export SOURCE_DATE_EPOCH; }
sed '/ 12:00/,$d' examples/data/day.csv > day.csv
alerts() { pos-score --now -a -m m "$@" | sed 1d | wc -l; }
at '10 11:00'  # 23 hours of it
[ "$(alerts day.csv)" -gt 100 ]
at '10 12:00'  # over a day
alerts day.csv
at '20 12:00'
alerts -b pos.db day.csv
echo 'and again, told with -q too, since nobody else tells of that feed'
alerts -q -b pos.db day.csv
alerts -q day.csv
sqlite3 pos.db 'SELECT max(time) FROM transactions'
echo 'an earlier run has waited for more rows'
at '09 12:10'
alerts -b live.db day.csv
at '12 12:00'
[ "$(alerts -q -b live.db day.csv)" -gt 100 ] && sqlite3 live.db "SELECT min(time) FROM transactions WHERE time > '2026-03-09 12:10'"
