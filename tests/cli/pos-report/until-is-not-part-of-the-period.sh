pos-report -f csv -r table -s '2026-03-09 10:01' -u '2026-03-09 10:03' data/scored.csv
