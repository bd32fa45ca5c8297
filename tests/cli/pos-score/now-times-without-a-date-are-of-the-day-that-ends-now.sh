pos-train -q -m m examples/data/history.csv
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-$1" +%s); export SOURCE_DATE_EPOCH; }
sed 's/^2026-03-09 //; /^12:00/,$d' examples/data/day.csv > today.csv
at '09 12:03:10'
for file in today.csv /dev/stdin; do
  tail -n +1 today.csv | pos-score --now -m m -b "$(basename "$file").db" "$file" | tail -n 1 | cut -d, -f1-3,8-9
  sqlite3 "$(basename "$file").db" 'SELECT min(time), max(time) FROM transactions'
done
echo 'past midnight'
{ head -n 1 today.csv; sed -n 's/^2026-03-09 23:4/23:4/p' examples/data/day.csv; sed -n '/^00:0/p' today.csv; } > night.csv
at '10 00:10:10'
pos-score --now -m m -b night.db night.csv > /dev/null
sqlite3 night.db 'SELECT min(time), max(time) FROM transactions'
echo 'of more than a day'
{ head -n 1 today.csv; sed '1d; s/^2026-03-09 //' examples/data/day.csv; sed 1d today.csv; } > days.csv
at '10 12:00:10'
pos-score --now -q -m m -b days.db days.csv || echo "status $?"
tail -n +1 days.csv | pos-score --now -q -m m -b days.db | wc -l || true
sqlite3 days.db 'SELECT count(*) FROM scored'
pos-score --now -q -m m -b days.db --date 2026-03-09 days.csv | tail -n 1 | cut -d, -f1-3
sqlite3 days.db 'SELECT min(time), max(time) FROM transactions'
