# Only one that nobody announced is. The day after, and the same weekday a week later, are ordinary; on them an outage
# is told as ever. In the history a day was closed, too.
. tests/cli/shop
shop 2 18 1 0 | without 2026-03-12 > history.csv
shop 19 35 2 0 | without 2026-03-24 > days.csv
{ echo from,to,name,kind; echo 2026-03-12,,Town holiday,closed; echo 2026-03-24,2026-03-24,Works,closed; } > events.csv
pos-train -q -m m --events events.csv history.csv
score() { pos-score -q -m m "$@" | told; }
echo 'unannounced:'; score days.csv
echo 'announced:'; score --events events.csv days.csv
echo 'as a holiday:'; sed 's/closed$/holiday/' events.csv > holidays.csv; score --events holidays.csv days.csv
echo 'as a promotion:'; sed 's/closed$/promotion/' events.csv > others.csv; score --events others.csv days.csv
echo 'open all the same:'; shop 19 26 2 0 > open.csv; score --events events.csv open.csv
echo 'an outage the day after:'
without 2026-03-25 09:40 < days.csv > outage.csv
score --events events.csv outage.csv
score --events holidays.csv outage.csv
echo 'and a week later:'; without 2026-03-31 11:00 < days.csv > outage.csv; score --events events.csv outage.csv
echo 'old days, which are judged as if they came now, have their own dates:'
shop 9 14 3 0 | without 2026-03-11 > old.csv
score old.csv
echo 2026-03-11,,Works,closed >> events.csv
score --events events.csv old.csv
