report() { pos-report -s 2026-03-09 --compare "$@" data/scored.csv; }
report last-week -f csv
report last-week -q -f ndjson
report last-week -q | sed -n '/^Compared/p; /^status/,$p'
report last-week -q -f html | grep -o 'id="comparison".*'
report last-week --lang pt -q | grep '^Comparado'
# A status that a day with rows did not have, had none; a filter that takes no row is no missing day.
report yesterday -f csv --status failed
report yesterday -f csv --normal abnormal --status failed
