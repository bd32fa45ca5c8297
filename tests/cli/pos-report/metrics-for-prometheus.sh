export SOURCE_DATE_EPOCH=1773068400
pos-report -f prom -s 2026-03-09 data/scored.csv
