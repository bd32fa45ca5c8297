pos-train -q -m m examples/data/history.csv
try() { pos-score -m m -b "$1" examples/data/day.csv > /dev/null || echo $?; }
mkdir folder
try folder
try no/such/pos.db
echo 'some text that is long enough to be looked at' > text.db
try text.db
sqlite3 other.db 'CREATE TABLE invoices (id)'
try other.db
pos-score -q -m m -b newer.db data/ten-minutes.csv > /dev/null
sqlite3 newer.db 'PRAGMA user_version = 99'
try newer.db
pos-score -m m -b examples/data/day.csv examples/data/day.csv || echo $?
