# As pos-score leaves a file that was grouped by status; a pipe of it is told, with -q too, and no success.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
pos-score -m m $day | pos-alert --replay -n -f csv > wanted
{ sed -n 1p $day; sed 1d $day | sort -s -t, -k2,2; } > by-status.csv
pos-score -m m by-status.csv > scored.csv
pos-alert --replay -n -f csv scored.csv | diff wanted - && echo 'the same'
sed '2,$s/^[^ ]* //' by-status.csv > clocks.csv
pos-score -m m clocks.csv > scored-clocks.csv
pos-alert --replay -n -f csv -D 2026-03-09 scored-clocks.csv | diff wanted - && echo 'without dates, too'
pos-report -D 2026-03-09 -f csv scored-clocks.csv | sed -n '/^total/p'
piped() { cat "$1"; }
piped scored.csv | pos-alert -q --replay -n > /dev/null || echo "a pipe: $?"
