{ cat data/scored.csv; echo 2026-03-09 10:06,denied,5,high,0,5.00,-2.000,,Approve,; } > in.csv
pos-report -f csv --rejects bad.txt in.csv || status=$?
cat bad.txt
exit "$status"
