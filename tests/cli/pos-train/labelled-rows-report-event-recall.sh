pos-train -m m --test examples/data/labelled-day.csv examples/data/history.csv 2>&1 | sed -n "/^events/,/^false/p"
pos-train -m m --report r.json --test examples/data/labelled-day.csv examples/data/history.csv
jq -c .events r.json
