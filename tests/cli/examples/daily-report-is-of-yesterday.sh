# needs: flock --version
pos-train -q -m m examples/data/history.csv
export POS_DB=pos.db SOURCE_DATE_EPOCH=1773133200  # 2026-03-10 09:00 UTC
pos-score -m m examples/data/day.csv > scored.csv
report=$(examples/daily-report.sh reports)
echo "$report"
cat "$report.txt"
grep -c '<html' "$report.html"
TZ=America/Sao_Paulo examples/daily-report.sh reports
TZ=Pacific/Kiritimati SOURCE_DATE_EPOCH=1773140400 examples/daily-report.sh reports  # 2026-03-11 01:00 there
examples/daily-report.sh reports 2026-03-02
ls reports
