# needs: unshare -m mount -t tmpfs none /mnt
# From too small for the tables to large enough for all: what is there is a history, and goes on when there is room.
. tests/cli/small-disk
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b whole.db examples/data/day.csv > whole.csv
for kib in $(seq 40 40 900); do
  small_disk "$kib" '
    pos-score -q -m pos.model -b disk/pos.db examples/data/day.csv > first.csv 2> first.err && status=0 || status=$?
    if [ "$status" = 0 ]; then cmp first.csv whole.csv; else [ "$status" = 74 ]; grep -q "^pos-score: disk/pos.db: " first.err; fi
    [ -z "$(find disk -name ".*")" ]
    grow_disk
    [ ! -e disk/pos.db ] || [ "$(sqlite3 disk/pos.db "PRAGMA integrity_check")" = ok ]
    pos-score -q -m pos.model -b disk/pos.db examples/data/day.csv > second.csv
    cmp second.csv whole.csv
    [ "$(sqlite3 disk/pos.db "PRAGMA integrity_check")" = ok ]
    echo "$status"'
done | sort | uniq -c | awk '{ print ($1 > 3 ? "several" : "few"), $2 }'
