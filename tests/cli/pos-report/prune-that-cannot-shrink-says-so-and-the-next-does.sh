# needs: unshare -m mount -t tmpfs none /mnt
# A history of before 1.0 has to be written anew for that, once; then what is free is given back as it is.
. tests/cli/small-disk
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
sqlite3 pos.db 'PRAGMA journal_mode = DELETE; PRAGMA auto_vacuum = 0; VACUUM' > mode
small_disk 1000 '
  cp pos.db disk
  head -c 300000 /dev/zero > disk/others
  size=$(stat -c %s disk/pos.db)
  pos-report -b disk/pos.db --prune 22h || echo "$?"
  sqlite3 disk/pos.db "PRAGMA integrity_check; SELECT count(*) FROM transactions"
  rm disk/others
  pos-report -b disk/pos.db --prune 22h
  [ "$(stat -c %s disk/pos.db)" -lt "$size" ]
  pos-report -b disk/pos.db --prune 2h
  [ "$(stat -c %s disk/pos.db)" -lt $((size / 2)) ]
  sqlite3 disk/pos.db "PRAGMA integrity_check; PRAGMA freelist_count; SELECT count(*) FROM transactions"'
