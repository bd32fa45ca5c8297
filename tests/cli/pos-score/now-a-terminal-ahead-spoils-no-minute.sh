# Rows stand as they came. One terminal of twenty is two minutes ahead: a run ends behind its row, and the next one has
# more rows of the minutes before. Each minute is decided with all of them.
pos-train -q -m m examples/data/history.csv
midnight=$(date -u -d 2026-03-09 +%s)
score() { SOURCE_DATE_EPOCH=$((midnight + $1)) pos-score --now -m m -b "$2" "$3" > /dev/null; }
# The approvals of two hours, each a row with its second.
awk -F, 'NR == 1 { print; next } $1 >= "2026-03-09 10" && $1 < "2026-03-09 12" && $2 == "approved" {
  for (i = 0; i < $3; i++) {
    at = substr($1, 12, 2) * 3600 + substr($1, 15, 2) * 60 + int(i * 60 / $3)
    says = at + (n++ % 20 == 0 ? 120 : 0)
    printf "%d 2026-03-09 %02d:%02d:%02d,approved,1\n", at, says / 3600, says % 3600 / 60, says % 60 } }' examples/data/day.csv > came.txt
rows_until() { awk -v s="$1" 'NR == 1 { print; next } $1 <= s { print $2 " " $3 }' came.txt; }
for second in $(seq 36301 301 43300) 43400; do
  rows_until "$second" > live.csv
  score "$second" cut.db live.csv
done
score 43400 one.db live.csv
for db in cut one; do
  sqlite3 $db.db 'SELECT time, count, expected, surprise, decision, open FROM scored ORDER BY time, row_hash' > $db.txt
done
cmp cut.txt one.txt
sqlite3 cut.db 'SELECT count(*), sum(decision), count(expected) FROM scored'
