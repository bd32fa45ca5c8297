# needs: command -v prlimit && ! grep -q __asan_init "$(command -v pos-report)"
# In every form, and what is wrong is told: as text by the size of its result, else by what SQLite needs for it.
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
endless='WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t)'
large='hex(zeroblob(8000000))'
for query in "$endless SELECT x, hex(zeroblob(50000)) FROM t" "$endless SELECT x FROM t" "SELECT $large, $large, $large, $large, $large"; do
  for format in text csv; do
    case $format$query in csvWITH*) continue ;; esac  # streams, until its 10 seconds are over
    prlimit --as=400000000 pos-report -b pos.db -f $format --sql "$query" > out 2> err && status=0 || status=$?
    echo "$status $(cat err)"
  done
done
