# A day that is over when it is read: five incidents, one message. One that was known and ended meanwhile has its own.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-alert -b pos.db --maildir box < /dev/null > events
cut -d, -f2,3 events
find box/new -type f | wc -l
grep -h '^Subject' box/new/*
grep -hE '^  2026' box/new/* | tr -d '\r'
echo '== known before it ended'
sed -n '1,/^2026-03-09 10:20/p' examples/data/day.csv > until.csv
pos-score -q -m m -b other.db until.csv > /dev/null
pos-alert -q -b other.db --maildir other < /dev/null > /dev/null
sed -n '1,/^2026-03-09 12:00/p' examples/data/day.csv > until.csv
pos-score -q -m m -b other.db until.csv > /dev/null
pos-alert -q -b other.db --maildir other < /dev/null | cut -d, -f2,3
grep -h '^Subject' other/new/* | sort
