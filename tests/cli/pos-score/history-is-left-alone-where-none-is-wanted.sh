# Ad hoc runs on a machine that keeps a history store nothing, whatever its environment says.
pos-train -q -m m examples/data/history.csv
export POS_DB=pos.db
pos-score -q -m m --no-db examples/data/day.csv | pos-alert --replay -n | wc -l | tr -d ' '
pos-score -q -m m -b '' examples/data/day.csv | wc -l | tr -d ' '
pos-score -q -m m -b other.db --no-db examples/data/day.csv | wc -l | tr -d ' '
ls
pos-serve -m m --no-db || echo "$?"
