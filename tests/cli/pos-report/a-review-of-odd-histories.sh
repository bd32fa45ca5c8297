# What there is little of is said: no rows, no monitor, no pos-alert, a part of a history, several budgets, keys.
export SOURCE_DATE_EPOCH=1773108000 USER=ana   # 2026-03-10 02:00 UTC
pos-train -q -m m examples/data/history.csv
awk -F, 'NR == 1 || $1 < "2026-03-09 12:00"' examples/data/day.csv > morning.csv
awk -F, 'NR == 1 || $1 >= "2026-03-09 12:00"' examples/data/day.csv > evening.csv
echo '== files know no people; as text `all` is without it'
pos-report -r review data/scored.csv || echo "status $?"
pos-report -r all data/scored.csv | grep -c Review || :
echo '== no rows'
pos-score -q -m m -b pos.db morning.csv > /dev/null
pos-report -q -b pos.db -s 2026-03-01 -u 2026-03-05 -r review
pos-report -q -b pos.db -s 2026-03-01 -u 2026-03-05 -r review -f csv
echo '== days are those that have rows'
pos-report -b pos.db -s -30d -r review | sed -n 2p
pos-report -b pos.db -s 2026-03-09 -u '2026-03-09 01:00' -r review | sed -n '2,3p'
echo '== two budgets: the second run has another model'
pos-train -q --seed 7 -m other examples/data/history.csv
pos-score -q -m other --budget 0.1 -b pos.db evening.csv > /dev/null
pos-alert -q -b pos.db --replay --maildir box < /dev/null > /dev/null
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review | sed -n '/^False/,/^$/p'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review -f csv | grep -E '^(budget|at_budget)'
echo '== warnings alone, or none of them'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 --min-severity critical -r review -f csv | grep -E '^(incidents,all|at_budget,as)'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 --status failed -r review -f csv | grep -E '^(incidents,all|at_budget,as)'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 --status failed -r review | sed -n '/^False/,/^$/p'
echo '== an incident that pos-alert has not seen cannot be judged'
sqlite3 pos.db 'DELETE FROM incident WHERE id = 202603091405'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review | grep 'not recorded'
echo '== told before it began: by a clock that is wrong'
sqlite3 pos.db 'UPDATE message SET sent_at = 1772000000 WHERE incident = 202603091640'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review | grep 'clock'
echo '== a history that was tampered with'
sqlite3 pos.db "UPDATE model SET name = '<b>' || char(27) || '[31m',
  monitor = replace(replace(monitor, 'parameters 0.5 ', 'parameters inf '), 'parameters 0.1 ', 'parameters inf ')"
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review -f ndjson | jq -c 'select(.measure == "budget")'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review | grep -o 'The budget.*'
echo '== open at its end'
awk -F, 'NR == 1 || $1 < "2026-03-09 10:25"' examples/data/day.csv | pos-score -q -m m -b open.db > /dev/null
pos-report -b open.db -s 2026-03-09 -u 2026-03-10 -r review -f csv | grep -E 'open|seconds_to_end'
echo '== the policy forest has no surprise'
pos-score -q -m m -p forest -b forest.db morning.csv > /dev/null
pos-report -b forest.db -s 2026-03-09 -u 2026-03-10 -r review
echo '== keys'
pos-train -q --by merchant -m keys examples/data/merchants-history.csv
pos-score -q -m keys -b keys.db examples/data/merchants-day.csv > /dev/null
pos-alert -q -b keys.db --replay --maildir box < /dev/null > /dev/null
pos-report -b keys.db -s 2026-03-05 -u 2026-03-06 -r review | sed '/^$/,$d'
pos-report -b keys.db -s 2026-03-05 -u 2026-03-06 --by merchant=alfa -r review -f csv | grep -E '^(incidents,all|false|at_budget,(as|0.5))'
