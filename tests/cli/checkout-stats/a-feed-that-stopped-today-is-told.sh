# Hours that are over may all be ordinary while nothing comes any more: pos-report says no data, and so does this. Not of a
# shop that is closed by now, nor of a day that is over.
export TZ=UTC
pos-train -q -m m examples/data/history.csv
awk -F, 'NR == 1 || $1 < "2026-03-09 08:50"' examples/data/day.csv > morning.csv
pos-score -q -m m -b pos.db examples/data/history.csv morning.csv > scored
export SOURCE_DATE_EPOCH=1773048740  # 2026-03-09 09:32:20
pos-report -b pos.db | sed -n 1p
stats() { status=0; checkout-stats -q -b pos.db "$@" > out || status=$?; sed -n '1,/^$/p' out; echo "status $status"; }
stats -e
stats -e --lang pt
checkout-stats -b pos.db -r anomalies 2>&1 > out | grep 'has no rows'
stats -e --day 2026-03-06
{ echo from,to,name,kind; echo '2026-03-09 08:50,2026-03-09 12:00,stock taking,closed'; } > events.csv
stats -e --events events.csv
