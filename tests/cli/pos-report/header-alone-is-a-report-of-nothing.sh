export SOURCE_DATE_EPOCH=1773068400
head -n 1 data/scored.csv | pos-report -f csv
