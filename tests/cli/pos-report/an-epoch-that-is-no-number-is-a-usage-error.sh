SOURCE_DATE_EPOCH=now pos-report data/scored.csv
