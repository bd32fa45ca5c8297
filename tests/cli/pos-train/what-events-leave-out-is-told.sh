# Two days of seven, then all of them; and by an event that the history holds.
data=examples/data
event() { printf 'from,to,name,kind\n%s,%s,all,exclude\n' "$1" "$2"; }
event 2026-03-01 2026-03-03 > two.csv
event 2026-03-01 2026-03-31 > all.csv
pos-train -m m --events two.csv $data/history.csv
pos-train -m m --events two.csv --report - $data/history.csv | jq -c '.monitor | .days, .days_left_out'
echo
pos-train -m m --events all.csv $data/history.csv 2>&1
echo
# With -q, too, where cron may put such a model in the place of another.
pos-score -q -m m -b pos.db $data/day.csv > scored.csv
pos-report -b pos.db --mark inventory --kind exclude -s 2026-03-01 -u 2026-04-01 > marked
pos-train -q -m m -b pos.db 2>&1
