# Clocks alone go on to the next day there, as in the next file.
cat data/ten-minutes.csv data/ten-minutes.csv > both.csv
pos-train -q -m a both.csv
pos-train -q -m b data/ten-minutes.csv data/ten-minutes.csv
cmp a b
