pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | pos-alert --replay -n
test ! -e "$HOME/.local"
