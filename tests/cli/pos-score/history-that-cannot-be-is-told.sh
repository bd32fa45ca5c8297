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
mkfifo pipe
try pipe
mknod device c 1 3 2>/dev/null || ln -s /dev/null device
try device
pos-score -q -m m -b broken.db data/ten-minutes.csv > /dev/null
sqlite3 broken.db 'PRAGMA user_version = -5'
try broken.db
sqlite3 broken.db 'PRAGMA user_version = 0'
try broken.db
pos-score -q -m m -b tables.db data/ten-minutes.csv > /dev/null
sqlite3 tables.db 'DROP VIEW minutes; DROP VIEW transactions; DROP TABLE scored'
try tables.db
pos-score -q -m m -b state.db data/ten-minutes.csv > /dev/null
sqlite3 state.db "UPDATE model SET monitor = 'minute x'"
try state.db
