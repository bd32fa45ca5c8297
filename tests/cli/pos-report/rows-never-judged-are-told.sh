# Every third row came late: nobody said what was expected.
awk -F , -v OFS=, 'NR > 1 && NR % 3 == 0 && !/"/ { $6 = $7 = $8 = $10 = ""; $9 = "Approve" } 1' data/scored.csv > scored.csv
pos-report scored.csv | head -4
pos-report --status denied scored.csv | grep -c 'never judged'
pos-report scored.csv -f prom | grep '^pos_report_unjudged'
pos-report scored.csv -f html | grep -o 'never judged: [0-9]* rows' | head -1
# Where none is judged, as without the monitor, nothing is said.
cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model | pos-report | grep 'never judged' || echo none
