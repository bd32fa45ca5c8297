# One row of the past or the future, judged by the monitor or by the forest alone: the same events, on that day and the next.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
sed 's/^2026-03-09/2026-03-10/' $day > next.csv
events() { pos-alert --replay -n -f csv "$@" | cut -d, -f1-3,6-9; }
for policy in above-normal seed; do
  { cat $day; sed 1d next.csv; } > two-days.csv
  pos-score -q -p $policy -m m two-days.csv | events > wanted
  for time in 2000-01-01\ 00:00 2026-03-08\ 12:00 2026-03-09\ 15:30 2026-03-09\ 23:30 2026-03-11\ 10:00 2030-01-01\ 00:00; do
    for line in 1 1773 3544 7087; do
      sed "${line}a $time,approved,12" two-days.csv > strayed.csv
      pos-score -q -p $policy -m m strayed.csv > scored.csv
      events scored.csv | diff wanted - || echo "$policy: $time behind line $line, a file"
      events < scored.csv | diff wanted - || echo "$policy: $time behind line $line"
    done
  done
  wc -l < wanted
done
