# Rows end at 11:59, and nothing has looked at the feed since: -e -s -10m says so.
pos-train -q -m m examples/data/history.csv
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-$1" +%s); export SOURCE_DATE_EPOCH; }
check() { echo "$1: $2"; at "$1"; shift 2; pos-report -q -e -s -10m -b pos.db "$@" | head -n 2 || true; pos-report -q -e -s -10m -b pos.db "$@" > /dev/null || echo "status $?"; }
sed '/ 12:00/,$d' examples/data/day.csv > day.csv
pos-score -q -m m -b pos.db examples/data/history.csv day.csv > /dev/null
check '09 12:00:20' 'as usual'
check '09 12:08' 'not long enough'
check '09 12:34' 'nothing came'
check '09 12:34' 'as rows' -r table -f csv
check '09 12:34' 'of a day' -s today
at '09 12:34'
pos-report -q -b pos.db -s -10m -f prom | grep -E '^pos_report_(last|overdue)'
pos-report -q -b pos.db -s -10m -f html | grep -o 'No data since 11:59 ([^)]*)'
check '09 12:34' 'of a time that is over' -s 10:00 -u 11:00
check '10 12:34' 'an old export'
at '09 12:34'
pos-score -q --now -m m -b pos.db day.csv > /dev/null
check '09 12:34' 'told as silent'
echo 'a night, in which few rows come'
sed '/ 03:00/,$d' examples/data/day.csv > night.csv
rm pos.db
awk -F'[: ,]' 'NR == 1 || $2 * 60 + $3 < 180 || $2 * 60 + $3 > 300' examples/data/history.csv > nights.csv
pos-score -q -m m -b pos.db nights.csv night.csv > /dev/null
check '09 03:34' 'as every night'
