pos-train -q -m m examples/data/history.csv
pos-score -m m -b pos.db examples/data/day.csv > /dev/null
sha256sum pos.db > before
pos-score -m m -b pos.db < examples/data/day.csv > /dev/null
sha256sum --quiet -c before
sqlite3 pos.db 'SELECT count(*), count(source), sum(final_decision = "Alert") FROM transactions'
