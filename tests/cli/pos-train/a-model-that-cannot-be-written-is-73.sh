pos-train -q -m nowhere/m data/ten-minutes.csv
