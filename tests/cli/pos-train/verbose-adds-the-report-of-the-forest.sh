# It decides nothing, so that nobody is shown it who does not ask: -v, --test, --report.
pos-train -v -m m examples/data/day.csv 2>&1 | sed '1,/^advice/d'
pos-train -m m examples/data/day.csv 2>&1 | grep -c -i forest || true
