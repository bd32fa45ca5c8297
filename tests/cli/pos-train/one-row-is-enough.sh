# As are ten minutes: a model of less than a day learns as it goes. A forest of one row tells no row from another.
head -n 2 data/ten-minutes.csv | pos-train -m m 2>&1 | sed 2q
head -n 2 data/ten-minutes.csv | pos-score -m m
head -n 2 data/ten-minutes.csv | pos-score -m m -p forest || echo "$?"
pos-train -m m data/ten-minutes.csv 2>&1 | sed 1q
pos-score -q -m m examples/data/day.csv | grep -c Alert
