history() {
  { echo time,status,count; seq 1767225600 10 $((1767225600 + 10 * $2)) | sed 's/$/,approved,31/'; } |
    pos-score -p seed -m data/by-hand.model -b "$1" > /dev/null
}
history short.db 50000   # more than SQLite keeps of it in its cache
history long.db 200000
for how in '-f csv -r table' '-r all'; do
  report="pos-report $how -s 2026-01-01 -u 2027-01-01 -b"
  # shellcheck disable=SC2086 # words
  peak-memory --at-most-more 1024 $report short.db -- $report long.db
done
pos-report -r table -s 2026-01-01 -u 2027-01-01 -b long.db | sed 1,2d | wc -l
