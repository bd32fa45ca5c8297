cp data/ten-minutes.csv in.csv
cp data/by-hand.model m
pos-score -p forest -m m --rejects in.csv in.csv || echo status $?
ln in.csv other-name.csv
pos-score -p forest -m m --rejects other-name.csv in.csv || echo status $?
pos-score -p forest -m m --rejects m in.csv || echo status $?
pos-score -p forest -m m -o m in.csv || echo status $?
pos-score -p forest -m m -o x --rejects x in.csv || echo status $?
pos-score -p forest -m - < m || echo status $?
cmp in.csv data/ten-minutes.csv && cmp m data/by-hand.model
pos-score -p forest -m m -o in.csv in.csv
head -n 1 in.csv
