# A row of the past or the future in front, in the middle and at the end: the same alerts, and one row that is not judged.
pos-train -q -m m examples/data/history.csv
piped() { cat "$1"; }
day=examples/data/day.csv
alerts() { sed '/Alert/!d' | sort | cksum; }
pos-score -m m $day | alerts > wanted
unjudged() { cut -d, -f6 "$1" | grep -c '^$'; }
try() { # LINE TIME
  sed "$1a $2,approved,16" $day > strayed.csv
  pos-score -q -m m strayed.csv > file.csv
  piped strayed.csv | pos-score -q -m m > pipe.csv
  rm -f pos.db && pos-score -q -m m -b pos.db strayed.csv > stored.csv
  for how in file pipe stored; do
    alerts < $how.csv | cmp - wanted
    echo "$2 behind line $1, $how: $(unjudged $how.csv) not judged"
  done
}
for time in 2000-01-01\ 00:00 2026-03-07\ 22:00 2026-03-08\ 15:30 2026-03-08\ 23:00 2026-03-09\ 01:00 2026-03-09\ 08:30 2026-03-10\ 02:00 2030-01-01\ 00:00; do
  try 1 "$time"
done
for time in 2000-01-01\ 00:00 2026-03-08\ 12:02 2026-03-09\ 05:32 2026-03-09\ 13:02 2026-03-09\ 15:02 2026-03-09\ 22:32 2026-03-10\ 16:02 2030-01-01\ 00:00; do
  try 1773 "$time"
done
for time in 2000-01-01\ 00:00 2026-03-08\ 21:59 2026-03-09\ 15:29 2026-03-09\ 22:59 2026-03-10\ 00:59 2026-03-10\ 08:29 2026-03-11\ 01:59 2030-01-01\ 00:00; do
  try 3544 "$time"
done
pos-score -m m strayed.csv > /dev/null
