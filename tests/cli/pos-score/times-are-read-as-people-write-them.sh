# Each form gives the decisions of `2026-03-09 14:05`, and is written in rows that are made up.
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | cut -d, -f4- > known
try() {
  sed "1!s/^2026-03-09 \(..\):\(..\)/$1/" examples/data/day.csv > day
  shift
  pos-score -m m "$@" day > out
  cut -d, -f4- out | cmp - known && grep ',0,.*no data' out | sed -n '1p' | cut -d, -f1-3
}
try '2026\/03\/09 \1:\2'
try '2026-03-09T\1:\2Z'
try '2026-03-09 \1:\2:07 UTC'
try '2026-03-09 \1:\2:07.123456 GMT'
try '2026-03-09 \1:\2 -0300' -Z America/Argentina/Buenos_Aires
try '2026-03-09 \1h\2'
try '9 de março de 2026\/\1:\2' --time-format '%e de %B de %Y/%H:%M'
try '09\/Mar\/2026:\1:\2:00 +0000' --time-format '%d/%b/%Y:%T %z'
sed 's/ 0\(.\):/ \1:/' examples/data/day.csv | pos-score -m m | cut -d, -f4- | cmp - known
echo "seconds since 1970 as a JSON number with a fraction:"
sed -n 2,11p examples/data/day.csv > ten
cut -d, -f1 ten | date -u -f - +%s > seconds
paste -d, seconds ten | sed 's/\(.*\),.*,\(.*\),\(.*\)/{"time":\1.5,"status":"\2","count":\3}/' > ten.ndjson
pos-score -p forest -m m -f csv ten.ndjson > a
sed -n '2p' a | cut -d, -f1-3
{ echo time,status,count; cat ten; } | pos-score -p forest -m m | cut -d, -f2- > b
cut -d, -f2- a | cmp - b
