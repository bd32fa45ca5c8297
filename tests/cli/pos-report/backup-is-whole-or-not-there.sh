# needs: unshare -m mount -t tmpfs none /mnt
# A full disk is 74 and leaves nothing; one that is killed leaves nothing under the final name, and the next one works.
. tests/cli/small-disk
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
small_disk 100 '
  pos-report -b pos.db --backup disk/copy.db || echo "$?"
  ls -A disk
  grow_disk
  touch -d "1 hour ago" disk/.copy.db.AbC123  # of one that was killed
  pos-report -b pos.db --backup disk/copy.db
  ls -A disk
  sqlite3 disk/copy.db "PRAGMA integrity_check; SELECT count(*) FROM transactions"'
echo rows > other.db-journal
pos-report -b pos.db --backup other.db || echo "$?"
