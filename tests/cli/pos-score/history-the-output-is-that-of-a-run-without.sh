# The second run finds every row stored, made-up ones too, and prints the same.
pos-train -q -m m examples/data/history.csv
pos-score -m m --explain examples/data/day.csv > plain.csv
pos-score -m m --explain -b pos.db examples/data/day.csv | cmp - plain.csv
pos-score -m m --explain -b pos.db examples/data/day.csv | cmp - plain.csv
