# Before a row is read: a day that is left out is an alarm at night.
pos-train -q -m m data/ten-minutes.csv
try() {
  printf '%b' "$1" > events.csv
  pos-score -m m --events events.csv data/ten-minutes.csv || echo "$?"
}
try ''
try 'day,name\n2026-12-25,Christmas\n'
try 'from,to,name,kind\n2026-12-25,,Christmas,holiday\n25.12.,,Christmas,holiday\n'
try 'from,to,name\n03/04/2026,,Easter\n'
try 'from,to,name\n2026-12-25,2026-12-24,Christmas\n'
try 'from,to,name\n2026-12-25,\n'
try 'from,to,name\n2026-12-25,,\n'
pos-train -m n --events events.csv data/ten-minutes.csv || echo "$?"
test ! -e n
pos-score -m m --events nope.csv data/ten-minutes.csv || echo "$?"
pos-score -m m --events - data/ten-minutes.csv || echo "$?"
pos-score -m m --events events.csv -o events.csv data/ten-minutes.csv || echo "$?"
