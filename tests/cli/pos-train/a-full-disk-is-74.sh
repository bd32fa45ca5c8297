pos-train -q -m /dev/full data/ten-minutes.csv
