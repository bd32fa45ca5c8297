pos-train -q -m m examples/data/history.csv
pos-score -q -m m data/ten-minutes.csv > /dev/null
ls
POS_DB=env.db pos-score -q -m m data/ten-minutes.csv > /dev/null
ls ./*.db
