pos-train -q -m m examples/data/history.csv
pos-score -q -m m -a examples/data/day.csv > alerts.csv
pos-alert -q --replay -b pos.db < alerts.csv > /dev/null
pos-score -q -m m examples/data/day.csv | pos-alert -q --replay -b other.db > /dev/null
head -25 alerts.csv | pos-alert -q --replay -b few.db > /dev/null
