# A history in two files leaves the same forest, and a monitor that knows both days.
head -n 12000 examples/data/history.csv > a.csv
{ head -n 1 examples/data/history.csv; tail -n +12001 examples/data/history.csv; } > b.csv
pos-train -q -m m a.csv b.csv
pos-score -m m examples/data/day.csv | pos-report -f csv -r incidents | sed 1d | wc -l
