# A backup is put in place under programs that write: what they have goes into the one they had, and no log of theirs is
# taken for the new one's.
. tests/cli/pos-serve/server
model
pos-score -q -m m -b backup.db examples/data/day.csv > all.csv
rows() { sqlite3 "$1" 'PRAGMA integrity_check; SELECT count(*) FROM transactions WHERE source IS NOT NULL'; }
replace() { # DB: the one that was there is old.db then
  mv "$1" old.db
  cp backup.db new.db
  mv new.db "$1"
}
mkfifo feed
pos-score -q -m m -b live.db < feed > live.csv 2> said &
exec 3> feed
head -n 1500 examples/data/day.csv >&3
wait_until '[ "$(sqlite3 live.db "SELECT count(*) > 1000 FROM scored" 2> /dev/null)" = 1 ]'
replace live.db
sed -n 1501,1600p examples/data/day.csv >&3
exec 3>&-
wait $! && echo 0 || echo "$?"
cat said
ls live.db*
rows live.db
[ "$(rows old.db | tail -n 1)" -gt 1000 ]
pos-score -q -m m -b live.db examples/data/day.csv | cmp - all.csv
rows live.db

# One that is away when the program ends, and comes back or not, has all there was.
rm -f feed away.db*
mkfifo feed
pos-score -q -m m -b away.db < feed > away.csv 2> said &
exec 3> feed
head -n 1500 examples/data/day.csv >&3
wait_until '[ "$(sqlite3 away.db "SELECT count(*) > 1000 FROM scored" 2> /dev/null)" = 1 ]'
mv away.db gone.db
sed -n 1501,1600p examples/data/day.csv >&3
exec 3>&-
wait $! && echo 0 || echo "$?"
cp backup.db away.db
rows away.db
[ "$(rows gone.db | tail -n 1)" -gt 1000 ]

serve
post text/csv "$(printf 'time,status,count\n2026-03-09 14:00,approved,7\n')" > answer
replace pos.db
wait_until '[ "$(status "${url}readyz")" = 503 ]'
end
ls pos.db*
rows pos.db
rows old.db
