# Trained on the week, then told the week: judged as if it came after, stored by its own dates; the next day goes on from there.
pos-train -q -m m examples/data/history.csv
pos-score -m m -b pos.db examples/data/history.csv > /dev/null
pos-score -m m -b pos.db examples/data/day.csv > /dev/null
sqlite3 pos.db 'SELECT min(time), max(time), sum(expected IS NULL) FROM transactions'
