# The last hours of a history that lies three hours ahead, as of rows in another zone, are not where they are looked for.
pos-train -q -m m examples/data/history.csv
head -n 1604 examples/data/day.csv | pos-score -q -m m -b pos.db > /dev/null
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-09 $1" +%s); export SOURCE_DATE_EPOCH; }
report() { TZ=UTC pos-report -b pos.db "$@" -r summary -f csv | wc -l | tr -d ' '; }
at 10:09
report -s -1h
report -s today
at 12:30
report -s -1h
at 10:09
report -q -s -1h
TZ=Etc/GMT-3 pos-report -b pos.db -s -1h -f csv | wc -l | tr -d ' '
