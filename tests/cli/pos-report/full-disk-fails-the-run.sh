pos-report data/scored.csv > /dev/full
