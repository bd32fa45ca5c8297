# A pipe that is ended by SIGTERM in the middle of minutes, of a merchant's denials and of a silence; then read again.
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
table() { sqlite3 "$1" 'SELECT time, status.name, count, score, expected, surprise, decision, open, reason, key, place, key_set.name, row_hash FROM scored JOIN status ON status.id = scored.status LEFT JOIN key_set ON key_set.id = scored.keys ORDER BY time, source IS NULL, row_hash, scored.key; SELECT monitor FROM model; SELECT name, state FROM model_state WHERE name LIKE "key%" ORDER BY name'; }
score() { pos-score -q -m m --where merchant,acquirer -b "$@"; }
score one.db day.csv > one.csv
table one.db > one.txt
line() { grep -n "$1" day.csv | sed -n '1s/:.*//p'; }
mkfifo feed
for rows in 3 1003 "$(($(line '05 10:01') + 3))" "$(($(line '05 10:02') + 5))" "$(($(line '05 10:06') + 1))" "$(($(line '05 14:05') + 2))" "$(($(line '05 21:03') + 7))"; do
  pos-score -q -m m --where merchant,acquirer -b pos.db < feed > /dev/null & pid=$!
  exec 9> feed
  head -n "$rows" day.csv >&9
  sleep 0.3
  kill $pid
  wait $pid || [ $? = 143 ]
  exec 9>&-
done 2> /dev/null
score pos.db day.csv > /dev/null
score pos.db day.csv | cmp - one.csv
table pos.db | diff one.txt - | head -3
sqlite3 pos.db 'SELECT count(*) FROM open_labels WHERE row NOT IN (SELECT id FROM scored WHERE open = 1)'
rm -f pos.db
# Without --where between, and with other columns: the stream goes on.
part() {
  head -n "$1" day.csv > some.csv
  shift
  pos-score -q -m m -b pos.db "$@" some.csv > /dev/null
}
part 1500 --where merchant
part 5300
part 5310 --where acquirer
part 7350 --where merchant,acquirer
score pos.db day.csv > /dev/null
same='SELECT time, count, expected, surprise, decision, reason, key, row_hash FROM scored ORDER BY time, source IS NULL, row_hash, key'
sqlite3 one.db "$same" > wanted
sqlite3 pos.db "$same" | cmp - wanted && echo 'the same, but for places'
