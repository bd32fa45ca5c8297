# A shop with short Saturdays and closed Sundays: the model of the history is that of the file, and neither Saturday's
# evening nor Sunday is an outage where a feed is judged up to the clock.
. tests/cli/shop
shop 1 22 1 0 | awk 'NR == 1 || !(substr($0, 9, 2) % 7 == 0 && substr($0, 12, 5) >= "16:00")' > weeks.csv
awk 'NR == 1 || $0 < "2026-03-20"' weeks.csv > history.csv
pos-train -q -m m history.csv
pos-score -q -m m -b pos.db history.csv > /dev/null
grep -v '^2026-03-19 20:59' history.csv > over.csv # the last minute may not be over
pos-train -q -m m over.csv
pos-train -q -m again -b pos.db
cmp m again
for day in 20 21 22; do
  for hour in 10 13 17 20 23; do
    awk -v now="2026-03-$day $hour:00" 'NR == 1 || ($0 >= "2026-03-20" && $0 < now)' weeks.csv > feed.csv
    SOURCE_DATE_EPOCH=$(date -u -d "2026-03-$day $hour:00" +%s) pos-score --now -q -m again -b live.db -a feed.csv | sed 1d
  done
done
# The time to begin with says nothing of the end.
pos-train -q -m late -b pos.db -s 2026-02-20
cmp m late
