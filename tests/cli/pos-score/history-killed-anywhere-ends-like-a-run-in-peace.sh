# kill -9 at twenty random moments, each time read again from the start; then once in peace.
pos-train -q -m m examples/data/history.csv
head -n 1 examples/data/day.csv > days.csv
for day in 09 10 11 12 13 14 15 16 17 18; do sed "1d; s/^2026-03-09/2026-03-$day/" examples/data/day.csv; done >> days.csv
table() { sqlite3 "$1" 'SELECT scored.id, time, name, count, score, expected, surprise, severity, decision, open, reason, row_hash FROM scored JOIN status ON status.id = scored.status ORDER BY scored.id; SELECT monitor FROM model'; }
pos-score -m m -b peace.db days.csv > peace.csv
table peace.db > peace.txt
for _ in 1 2 3 4; do
  rm -f pos.db*
  for _ in 1 2 3 4 5; do
    pos-score -m m -b pos.db days.csv > /dev/null & pid=$!
    sleep "0.$(od -An -N2 -tu2 /dev/urandom | awk '{ printf "%03d", $1 % 400 }')"
    kill -9 $pid 2> /dev/null || true
    wait $pid 2> /dev/null || true
    [ ! -e pos.db ] || sqlite3 -cmd '.timeout 10000' pos.db 'PRAGMA integrity_check' | grep -qx ok
  done
  pos-score -m m -b pos.db days.csv | cmp - peace.csv
  table pos.db | cmp - peace.txt
done
