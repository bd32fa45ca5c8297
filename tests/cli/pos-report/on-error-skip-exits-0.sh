{ cat data/scored.csv; echo 2026-03-09 10:06,denied; } | pos-report -f csv --on-error skip -r bars
