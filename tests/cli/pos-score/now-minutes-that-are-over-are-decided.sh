# A third of the running minute is no fall, silence up to the clock is told, and a minute is over --grace after its end.
pos-train -q -m m examples/data/history.csv
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-09 $1" +%s); export SOURCE_DATE_EPOCH; }
{ sed '/ 12:00/,$d' examples/data/day.csv; echo '2026-03-09 12:00,approved,1'; } > running.csv
score() { pos-score --now -m m "$@" | cut -d, -f1-3,8- | tail -n 3; }
echo 'a running minute'
at 12:00:30
score running.csv
at 12:01:04
score running.csv
echo 'over'
at 12:01:05
score running.csv
at 12:01:59
score --grace 1m running.csv | tail -n 1
echo 'silence'
at 12:05:59
score running.csv
score < running.csv | tail -n 1
