history=examples/data/history.csv
pos-train -q -m model $history
for time in 2000-01-01\ 00:00 2026-03-01\ 23:00 2026-03-05\ 03:00 2026-03-09\ 02:00 2030-01-01\ 00:00; do
  for line in 1 12000 24909; do
    sed "${line}a $time,approved,12" $history > strayed.csv
    pos-train --holdout 0 --report /dev/null -m other strayed.csv && cmp model other
  done
done
