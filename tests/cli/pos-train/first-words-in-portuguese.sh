pos-train --lang pt -m m examples/data/history.csv examples/data/day.csv
LC_ALL=pt_BR.UTF-8 pos-train -m m examples/data/history.csv 2>&1 | head -n 1
