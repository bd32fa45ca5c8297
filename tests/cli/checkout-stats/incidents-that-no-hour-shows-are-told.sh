# The example Monday had five incidents, none of them long enough to make a sum of an hour strange. Whoever reads the
# sums alone, or the exit status, hears of them; of a day without any nothing is said.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b "the pos.db" examples/data/history.csv examples/data/day.csv > scored
stats() { checkout-stats -q -b 'the pos.db' "$@" || echo "exit $?"; }
stats --day 2026-03-09 -e | sed -n '1,/See:/p; /^exit/p'
eval "$(stats --day 2026-03-09 | sed -n 's/ *See: //p') -f csv" | cut -d, -f1-3
stats --day 2026-03-09 -r insights -f ndjson | grep '"topic":"incidents"'
stats --day 2026-03-09 -f html | sed -n '/class="verdict/,/See:/p'
stats --day 2026-03-09 --sql -f text | sed -n '/^▲\|^!\|^Nothing/,/See:/p'
echo '- an empty table of data is no all-clear'
checkout-stats -b 'the pos.db' --day 2026-03-09 -e -r anomalies -f csv > none.csv || echo "exit $?"
wc -l < none.csv
echo '- a table that cannot be tested says it as well, and one that comes from elsewhere'
stats --day 2026-03-09 --count amount | sed -n '1,/See:/p'
stats --day 2026-03-09 -e examples/data/checkout-1.csv | sed -n '1,/See:/p; /^exit/p'
echo '- not what began in hours that were told to be closed'
{ echo from,to,name,kind; echo '2026-03-09 16:00,2026-03-09 21:00,stocktaking,closed'; } > events.csv
stats --day 2026-03-09 --events events.csv -r insights -f ndjson | grep -o '"incidents":[0-9]*'
echo '- a quiet day'
stats --day 2026-03-06 -e | head -n 1
echo '- in Portuguese'
stats --day 2026-03-09 --lang pt | sed -n '1,/^  /p'
