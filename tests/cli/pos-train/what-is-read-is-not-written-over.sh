cp data/ten-minutes.csv in.csv
pos-train -q -m in.csv in.csv || echo status $?
pos-train -q -m m --report m in.csv || echo status $?
cmp in.csv data/ten-minutes.csv
