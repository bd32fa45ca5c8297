# A history in use gets a model with keys, with others, with none; and --where other columns. No key alerts that the
# model would not have told of from the begin, and what it does not know of the time before is not missed:
# that charlie was silent from 14:00 on is told anew, three minutes later.
python3 data/merchants.py
pos-train -q -m none history.csv
pos-train -q --by acquirer -m acquirers history.csv
pos-train -q --by merchant,acquirer -m both history.csv
pos-train -q --by merchant,acquirer --seed 7 -m again history.csv
told() { sqlite3 "$1" "SELECT time, status.name, count, key FROM scored JOIN status ON status.id = scored.status WHERE decision = 1 AND key IS NOT NULL AND time >= unixepoch('2026-03-05 $2')" | sort; }
for model in acquirers both again; do pos-score -q -m $model -b $model.db day.csv > /dev/null; done
line() { grep -n "$1" day.csv | sed -n '1s/:.*//p'; }
try() {  # FROM AT TO [WHERE [WHERE]]
  rm -f pos.db*
  head -n "$(line "05 $2")" day.csv > some.csv
  pos-score -q -m "$1" --where "${4:-merchant}" -b pos.db some.csv > /dev/null
  pos-score -q -m "$3" --where "${5:-acquirer,merchant}" -b pos.db day.csv > /dev/null
  pos-score -q -m "$3" --where "${5:-acquirer,merchant}" -b pos.db day.csv > /dev/null
  told "$3.db" "$2" > wanted
  told pos.db "$2" > stored
  [ "$(comm -23 wanted stored | wc -l)" -lt 5 ] && few='a few less at most' || few=$(comm -23 wanted stored)
  echo "$1, $2, $3: $(comm -13 wanted stored | wc -l) more, $few"
}
try none 12:00 both
try none 14:20 both
try acquirers 14:20 both
try both 10:10 again
try both 10:10 acquirers merchant,acquirer acquirer
sqlite3 pos.db "SELECT DISTINCT place FROM scored WHERE place LIKE 'acquirer=alfa%' OR place LIKE 'acquirer=%	%'"
pos-score -q -m none --where merchant,acquirer -b pos.db day.csv > day-again.csv
sqlite3 pos.db 'PRAGMA integrity_check'
