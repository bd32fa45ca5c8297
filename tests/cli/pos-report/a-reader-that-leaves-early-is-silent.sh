{ head -n 1 data/scored.csv; yes 2026-03-09 10:00,denied,5,0.5,0,5.00,-2.000,,Approve, | head -n 100000; } > big.csv
pos-report -f csv -r table big.csv | head -n 1
