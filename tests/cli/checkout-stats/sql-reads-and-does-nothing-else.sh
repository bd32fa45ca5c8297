cp examples/data/checkout-1.csv c.csv
for query in 'DELETE FROM c' "INSERT INTO c (time) VALUES ('x')" 'DROP TABLE c' 'CREATE TABLE t (x)' "ATTACH 'other.db' AS other" \
  'PRAGMA user_version = 9' 'VACUUM INTO "copy.db"' "SELECT load_extension('x')" "SELECT writefile('x', 'y')" 'BEGIN' \
  'SELECT 1; DELETE FROM c' 'SELECT nothing FROM c' 'SELECT * FROM d'; do
  status=0
  checkout-stats c.csv --sql "$query" || status=$?
  echo "$status: $query"
done
ls
