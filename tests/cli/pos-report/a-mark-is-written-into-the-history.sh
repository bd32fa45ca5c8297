# It is of now, of a moment, of a day, or of a period; a query finds it, and reports and the page say it beside those of a
# file. Card numbers are masked; what is no text is refused, and a history that is not there is not made.
export SOURCE_DATE_EPOCH=1773065220 TZ=UTC # 2026-03-09 14:07
pos-train -q -m m data/ten-minutes.csv
pos-score -q -m m -b pos.db data/ten-minutes.csv > /dev/null
POS_EVENTS=other-events.csv pos-report -b pos.db --mark 'deploy 4.2' --kind Deploy
pos-report -b pos.db --mark 'promotion X' -s 2026-03-09 --kind promotion
pos-report -b pos.db --mark 'line "2", card 4111 1111 1111 1111' -s -30m -u '2026-03-09 18:00'
pos-report -q -b pos.db --mark 'stock taken' -s '2030-12-31 16:00' --kind closed
pos-report -b pos.db --sql 'SELECT * FROM events' -f csv
try() { pos-report "$@" || echo "$?"; }
try -b pos.db --mark ''
try -b pos.db --mark 'a	b'
try -b pos.db --mark x --kind "$(printf 'a\033')"
try -b pos.db --mark "$(printf 'caf\351')"
try -b pos.db --mark x -s 14:00 -u 13:00
try -b pos.db --mark x -s soon
try -b pos.db --mark x -r summary
try -b pos.db --kind closed
# A mark is of all streams, and so is what --prune removes. What has no date in SQL, and words that would fill a page, are refused.
try -b pos.db --mark x --stream shop
try -b pos.db --prune 1d --stream shop
try -b pos.db --mark x -D 2026-03-09
try -b pos.db --mark x -s 9999-12-31
try -b pos.db --mark x -s -5000000d
try -b pos.db --mark "$(printf '%0201d' 0)"
: > empty.db
try -b empty.db --mark x
test ! -s empty.db
try -b nope.db --mark x
try --no-db --mark x
test ! -e nope.db
pos-report -b pos.db --sql 'SELECT count(*) FROM events' -f csv
# With the rows of before they go.
pos-report -q -b pos.db --prune 1d
SOURCE_DATE_EPOCH=1783065220 pos-report -b pos.db --sql 'SELECT name FROM events' -f csv
# What was written by mistake is taken out again, by the number that was told.
cp pos.db other.db
pos-report -b other.db --unmark 4
pos-report -b other.db --sql 'SELECT count(*) FROM events' -f csv
try -b other.db --unmark 4
try -b other.db --unmark 0
try -b other.db --unmark 4 --kind closed
try -b nope.db --unmark 1
# A file of events that the environment names gives way; two marks at once would be one.
POS_EVENTS=nope.csv pos-report -q -b other.db --mark 'deploy 4.3'
pos-report -b other.db --sql 'SELECT name FROM events' -f csv
try -b other.db --mark a --mark b
