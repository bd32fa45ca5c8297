# The kitchen is closed at noon on Mondays, and somebody has said so: nobody is called, and nothing is lost.
day=examples/data/checkout-2.csv
stats() { checkout-stats --day 2026-03-09 --events events.csv "$@" || echo "exit $?"; }
headline() { sed -n '1,/^$/p; /^exit/p'; }
{ echo from,to,name,kind,repeat,until; echo '2026-02-23 12:00,2026-02-23 15:00,kitchen closed,closed,weekly,2026-03-31'; } > events.csv
stats -e $day
stats -r anomalies -f csv $day | cut -d, -f1,7,8,10
stats -r insights -f csv $day | grep '^quiet'
stats -r anomalies -f text $day | sed -n '/^  time/,/^ *nothing/p'
echo '- an export that leaves these hours out'
grep -v '^1[234]h' $day > without.csv
stats -e without.csv | headline
echo '- an outage that goes on is one, and so is another'
awk -F, -v OFS=, '/^15h/ { $2 = 0 } { print }' $day > longer.csv
stats -e longer.csv | sed -n '1,/^$/p; /^1[0-9]h-*/p; /^exit/p'
awk -F, -v OFS=, '/^09h/ { $2 = 0 } { print }' $day > another.csv
stats -e another.csv | headline
echo '- what is sold more in a promotion; not what is sold less'
{ echo from,to,name,kind; echo '2026-03-09 12:00,2026-03-09 15:00,two for one,promotion'; } > events.csv
awk -F, -v OFS=, '/^1[234]h/ { $2 = 100 } { print }' $day > more.csv
stats -e more.csv | headline
stats -e $day | headline
echo '- on a holiday less is sold, and not nothing'
{ echo from,to,name,kind; echo '2026-03-09,,carnival,holiday'; } > events.csv
awk -F, -v OFS=, '/^1[234]h/ { $2 = 8 } { print }' $day > less.csv
stats -e less.csv | headline
stats -e $day | headline
