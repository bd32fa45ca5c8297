pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model examples/data/day.csv > scored.csv
hours() { awk -F, 'NR > 1 { print substr($1, 12, 2) }' | sort | uniq -c; }
pos-report --hour 22-3 -f csv -r table scored.csv | hours > night
awk -F, 'NR == 1 || substr($1, 12, 2) + 0 >= 22 || substr($1, 12, 2) + 0 <= 3' scored.csv | hours | diff - night && echo the night of the file
pos-report --hour 22-3 --minute 58-1 -f csv -r table scored.csv | awk -F, 'NR > 1 { print substr($1, 15, 2) }' | sort -u
pos-report --hour 22-3 -r summary scored.csv | head -3
