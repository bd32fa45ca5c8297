# But for what is data: statuses, decisions, the text of old reasons.
export LC_ALL=C.UTF-8 COLUMNS=100
pos-train -q -m m examples/data/history.csv
grep -e time -e '^2026-03-08 1' examples/data/history.csv >before.csv
pos-score -q -m m -b pos.db before.csv >/dev/null
pos-score -m m -b pos.db examples/data/day.csv >scored.csv
pos-report -b pos.db --lang pt -s 2026-03-09 -r all --compare yesterday | tests/cli/english-left
pos-report -b pos.db --lang pt -s 2026-03-09 -f html --compare yesterday | tests/cli/english-left
