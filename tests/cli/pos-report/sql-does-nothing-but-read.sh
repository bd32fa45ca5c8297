cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
sha256sum pos.db > before
for query in 'DELETE FROM scored' 'INSERT INTO status VALUES (99, "x")' 'DROP TABLE scored' 'CREATE TABLE t (x)' \
  "ATTACH 'other.db' AS other" 'PRAGMA user_version = 9' 'PRAGMA journal_mode = delete' 'VACUUM INTO "copy.db"' \
  "SELECT load_extension('x')" 'BEGIN' 'SELECT 1; DELETE FROM scored' 'SELECT x FROM transactions' ''; do
  status=0
  pos-report -b pos.db --sql "$query" || status=$?
  echo "$status: $query"
done
sha256sum --quiet -c before
ls ./*.db
