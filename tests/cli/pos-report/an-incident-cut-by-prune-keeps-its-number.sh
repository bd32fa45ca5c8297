# The rows of its begin are gone: pos-alert has its number, its begin and its loss, and ack knows it.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-alert -q -b pos.db --maildir box < /dev/null > /dev/null
pos-report -q -b pos.db --prune 12600s
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f csv | cut -d, -f1,2,10
pos-report -b pos.db --sql 'SELECT id, status, first, round(lost, 2) AS lost FROM incidents' -f csv
pos-alert -q ack 202603092012 -b pos.db
