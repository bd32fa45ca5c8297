# needs: unshare -m mount -t tmpfs none /mnt
. tests/cli/small-disk
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
size=$(($(wc -c < pos.db) / 1024))
for free in 60 200 400; do
  small_disk $((size + free)) '
    cp pos.db disk
    pos-report -b disk/pos.db --prune 1h 2> first && status=0 || status=$?
    grow_disk
    sqlite3 disk/pos.db "PRAGMA integrity_check"
    pos-report -b disk/pos.db --prune 1h 2> second
    cat first second | awk -v status="$status" "/ rows removed/ { sum += \$(NF - 2) } END { print status \": \" sum \" rows in all\" }"
    grep -v "rows removed" first || :'
done
