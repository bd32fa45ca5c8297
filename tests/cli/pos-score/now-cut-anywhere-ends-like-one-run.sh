# A day with an outage of over an hour, cut in the middle of minutes: however the runs are cut, and in whatever order the
# rows stand, the history is that of one run.
pos-train -q -m m examples/data/history.csv
sed '/ 16:53/,/ 17:45/d' examples/data/day.csv > day.csv
midnight=$(date -u -d 2026-03-09 +%s)
table() { sqlite3 "$1" 'SELECT time, name, count, score, expected, surprise, severity, decision, open, reason, source IS NULL FROM scored JOIN status ON status.id = scored.status ORDER BY time, name; SELECT monitor FROM model'; }
score() { SOURCE_DATE_EPOCH=$((midnight + $1)) pos-score -q --now -m m -b "$2" < "$3" > /dev/null; }
score 86410 one.db day.csv
table one.db > one.txt
sqlite3 one.db "SELECT count(*) FROM transactions WHERE source IS NULL AND time LIKE '% 16:%' OR source IS NULL AND time LIKE '% 17:%'"
# rows_until SECOND: those of minutes before it, and some of its own minute.
rows_until() { awk -F, -v s="$1" -v part="$2" 'NR == 1 { print; next } { m = substr($1, 12, 2) * 60 + substr($1, 15, 2) } m < int(s / 60) || (m == int(s / 60) && part-- > 0)' day.csv; }
any() { od -An -N2 -tu2 /dev/urandom | awk -v most="$1" '{ print $1 % most }'; }
cut_runs() {  # DB SECONDS FILTER: runs at random moments, at most that far from each other
  second=$(any "$2")
  while [ "$second" -lt 86400 ]; do
    # shellcheck disable=SC2086  # a command
    rows_until "$second" "$(any 5)" | $3 > part.csv
    score "$second" "$1" part.csv
    second=$((second + 1 + $(any "$2")))
  done
  score 86410 "$1" day.csv
  if table "$1" > cut.txt && cmp -s one.txt cut.txt; then echo "$1: the same"; else diff one.txt cut.txt | head; fi
}
newest_first() { awk 'NR == 1 { print; next } { row[NR] = $0 } END { for (i = NR; i > 1; i--) print row[i] }'; }
cut_runs grown.db 4000 cat
cut_runs reversed.db 4000 newest_first
# A pipe that does not repeat what was read, every five minutes.
previous=1
for second in $(seq 57630 300 66630) 86410; do
  rows_until "$second" 2 > all.csv
  { head -n 1 day.csv; tail -n "+$((previous + 1))" all.csv; } > part.csv
  previous=$(wc -l < all.csv)
  tail -n +1 part.csv | score "$second" window.db /dev/stdin
done
table window.db > cut.txt
cmp one.txt cut.txt && echo 'window.db: the same'
