pos-report -f csv -r table --hour 10 --minute 2-4 --status denied,failed -s 2026-03-08 -u 2026-03-11 data/scored.csv
echo
pos-report -f csv -r table --normal abnormal data/scored.csv
echo
pos-report -f csv --normal normal --status denied data/scored.csv
