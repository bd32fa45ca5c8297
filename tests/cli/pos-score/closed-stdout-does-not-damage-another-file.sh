pos-score -p forest -m data/by-hand.model --rejects rejects.csv data/bad-rows.csv 2>/dev/null >&- || echo status $?
head -n 1 rejects.csv
