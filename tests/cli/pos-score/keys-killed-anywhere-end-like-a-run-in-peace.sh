# kill -9 at random moments, each time read again from the start; then once in peace.
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
head -n 1 day.csv > days.csv
for day in 05 06 07 08 09 10; do sed "1d; s/^2026-03-05/2026-03-$day/" day.csv; done >> days.csv
table() { sqlite3 "$1" 'SELECT scored.id, time, status.name, count, score, expected, surprise, decision, open, reason, key, place, key_set.name, row_hash FROM scored JOIN status ON status.id = scored.status LEFT JOIN key_set ON key_set.id = scored.keys ORDER BY scored.id; SELECT monitor FROM model; SELECT name, state FROM model_state WHERE name LIKE "key%" ORDER BY name'; }
pos-score -q -m m --where merchant,acquirer -b peace.db days.csv > peace.csv
table peace.db > peace.txt
for _ in 1 2 3; do
  rm -f pos.db*
  for _ in 1 2 3 4 5 6; do
    pos-score -q -m m --where merchant,acquirer -b pos.db days.csv > /dev/null & pid=$!
    sleep "0.$(od -An -N2 -tu2 /dev/urandom | awk '{ printf "%03d", $1 % 500 }')"
    kill -9 $pid 2> /dev/null || true
    wait $pid 2> /dev/null || true
  done
  pos-score -q -m m --where merchant,acquirer -b pos.db days.csv | cmp - peace.csv
  table pos.db | cmp - peace.txt
done
