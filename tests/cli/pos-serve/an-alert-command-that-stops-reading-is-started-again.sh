# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
model
serve --alert-command '[ -e again ] && exec cat > got; touch again; exec <&-; exec sleep 60'
wait_until '[ -e again ]'
post text/csv @examples/data/day.csv -o answer
wait_until 'grep -qs 23:58 got'
grep -o 'alert command .*' errors
grep -c ',Alert,' got
pos-report -b pos.db --sql "SELECT count(*) FROM transactions WHERE final_decision = 'Alert' AND time < '2026-03-09 23:59'" -f csv | tail -1
