# needs: unshare -m mount -t tmpfs none /mnt
. tests/cli/small-disk
pos-train -q -m m examples/data/history.csv
head -n 1000 examples/data/day.csv > half
{ head -n 1 half; tail -n +1001 examples/data/day.csv; } > rest
pos-score -q -m m --state s half > half.csv
cp s old
echo '== standard output is full'
pos-score -q -m m --state s rest > /dev/full || echo "exit $?"
cmp s old
echo '== a reader that leaves'
pos-score -q -m m --state s rest | head -n 1 > /dev/null
cmp s old
echo '== the disk of the state is full'
small_disk 40 '
cp old disk/s
pos-score -q -m m --state disk/s rest > out || echo "exit $?"
cmp disk/s old
ls -A disk
grow_disk
pos-score -q -m m --state disk/s rest | cmp - out
cmp -s disk/s old || echo "the new one"'
