. tests/cli/wait-until
pos-train -q -m m examples/data/history.csv
mkfifo pipe
pos-score -m m -b pos.db < pipe > out.csv & pid=$!
exec 3> pipe
head -n 2000 examples/data/day.csv >&3
wait_until '[ -s out.csv ]'
rm -f pos.db pos.db-wal pos.db-shm
sed -n '2001,$p' examples/data/day.csv >&3
exec 3>&-
wait $pid || echo $?
