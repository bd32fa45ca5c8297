# needs: command -v prlimit
# Whichever file it is that is one too many at the start: the history's, the listening socket's, the library's own.
. tests/cli/pos-serve/server
model
pos-score -q -m m -b pos.db examples/data/day.csv > scored.csv
for files in 8 10 12 13 14 15 16; do
  timeout -s KILL 20 prlimit --nofile=$files pos-serve -m m -b pos.db --listen 127.0.0.1:0 2> err && status=0 || status=$?
  echo "$status $(grep -c . err) $(grep -o 'Too many open files' err)"
done | sort -u
