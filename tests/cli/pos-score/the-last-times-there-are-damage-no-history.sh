# A row of the year 9999 is of 10000 in another zone, or a minute later by a clock without a date: one row of a client must
# not keep all others from those who read the history.
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -p forest -m pos.model -b pos.db examples/data/day.csv > scored.csv
printf '%s\n' time,status,count 9999-12-31T23:59:00-05:00,approved,3 0000-01-01T00:10:00+05:00,approved,3 \
  '9999-12-31 23:58,denied,2' 00:03,denied,4 > ends.csv
pos-score -q -p forest -m pos.model -b pos.db ends.csv | grep -c .
pos-score -q -p forest -m pos.model -b pos.db ends.csv | grep -c .
pos-alert -n -b pos.db > /dev/null && echo alert
pos-report -b pos.db --sql 'SELECT min(time), max(time) FROM transactions' -f csv
pos-train -q -m new.model -b pos.db && echo train
