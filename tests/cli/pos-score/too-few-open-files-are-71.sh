# Whichever file it is that is one too many, the history's own among them: no bug, no wrong command line.
pos-train -q -m pos.model examples/data/history.csv
for files in 4 5 6 7; do
  sh -c "ulimit -n $files; exec pos-score -q -m pos.model -b pos.db examples/data/day.csv" 2> err > out && status=0 || status=$?
  [ "$status" = 127 ] || echo "$status $(sed 's/: .*: Too/: FILE: Too/' err)"
done | sort -u
pos-score -q -m pos.model -b pos.db examples/data/day.csv | grep -c .
