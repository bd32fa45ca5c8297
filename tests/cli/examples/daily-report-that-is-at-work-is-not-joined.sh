# needs: flock --version
pos-train -q -m m examples/data/history.csv
export POS_DB=pos.db
pos-score -m m examples/data/day.csv > scored.csv
mkdir reports
flock reports/.lock examples/daily-report.sh reports 2026-03-09 || status=$?
ls reports
exit "$status"
