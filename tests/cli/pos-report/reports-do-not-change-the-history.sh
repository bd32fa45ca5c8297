cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
sha256sum pos.db > before
for format in text csv ndjson html prom; do pos-report -b pos.db -s 2026-03-09 -f "$format" > /dev/null; done
pos-report -b pos.db --sql 'SELECT count(*) AS n FROM transactions'
sha256sum --quiet -c before
