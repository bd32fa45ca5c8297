# needs: flock --version
POS_DB=nowhere.db examples/daily-report.sh reports 2026-03-09 || status=$?
ls reports
exit "$status"
