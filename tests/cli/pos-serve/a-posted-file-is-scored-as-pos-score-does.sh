# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
model
pos-score -q -m m -b score.db examples/data/day.csv > /dev/null
serve
post text/csv @examples/data/day.csv > answer
end
table='SELECT time, status, count, score, alert, expected, surprise, severity, final_decision, reason FROM transactions ORDER BY time, status, count, score, reason'
pos-report -b score.db --sql "$table" -f csv > score.csv
pos-report -b pos.db --sql "$table" -f csv | diff score.csv -
wc -l < score.csv
