# A shop that sells alike day and night, in a zone with summer time: the night in March has no 02h, that in October two.
rows() {  # FROM TO, in UTC
  awk -v from="$(date -u -d "$1" +%s)" -v to="$(date -u -d "$2" +%s)" 'BEGIN {
    print "time,status,count"
    for (t = from; t < to; t += 60) print t ",approved," 20 + (t / 60 * 7919) % 5 }'
}
export TZ=Europe/Berlin
table() {  # DAY
  SOURCE_DATE_EPOCH=$(date -d "$1 23:59:59" +%s) checkout-stats -b pos.db --day "$1" -e -r anomalies -f csv | wc -l
  SOURCE_DATE_EPOCH=$(date -d "$1 23:59:59" +%s) checkout-stats -q -b pos.db --day "$1" \
    --sql 'SELECT time, today, yesterday, avg_last_week FROM pos WHERE time BETWEEN "01h" AND "03h"'
}
rows '2026-03-19 23:00' '2026-03-30 22:00' > march.csv
pos-train -q -m m march.csv
pos-score -q -m m -b pos.db march.csv > scored
table 2026-03-29
table 2026-03-30
rm pos.db*
rows '2026-10-15 22:00' '2026-10-26 23:00' > october.csv
pos-train -q -m m october.csv
pos-score -q -m m -b pos.db october.csv > scored
table 2026-10-25
table 2026-10-26
echo '- a zone whose clocks change by half an hour'
export TZ=Australia/Lord_Howe
for months in '2026-03-26 2026-04-06 2026-04-05' '2026-09-24 2026-10-05 2026-10-04'; do
  # shellcheck disable=SC2086  # words
  set -- $months
  rm pos.db*
  rows "$1" "$2" > changes.csv
  pos-train -q -m m changes.csv
  pos-score -q -m m -b pos.db changes.csv > scored
  table "$3"
done
