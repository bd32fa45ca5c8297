export COLUMNS=80
pos-report -s 2026-03-09 -r all data/scored.csv
