pos-train -q -m m examples/data/history.csv
pos-score -m m -b pos.db examples/data/day.csv > day.csv
pos-alert --replay -b pos.db --attach --maildir box day.csv > log
cut -d, -f3 log | sort | uniq -c
grep -lE 'filename="?incident-[0-9]+.html' box/new/* | wc -l
