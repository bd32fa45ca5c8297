pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | cut -d, -f4- > known
sed '1s/time/Data,Hora/; s/ /,/' examples/data/day.csv > two.csv
pos-score -m m two.csv || echo "$?"
pos-score -m m --columns time=data+hora two.csv > out
cut -d, -f5- out | cmp - known
grep ',0,.*no data' out | head -1 | cut -d, -f1-4
sed 1d two.csv | sed 's/\(.*\),\(.*\),\(.*\),\(.*\)/{"Data":"\1","status":"\3","Hora":"\2","count":\4}/' |
  pos-score -m m --columns time=Data+Hora -a | grep -m 1 'no data' | cut -d, -f1-4
pos-train -q -m n --columns time=data+hora two.csv
pos-train -q -m o examples/data/day.csv
cmp n o
pos-report --columns time=data+hora -f csv -s 2026-03-09 out > a
pos-score -m m examples/data/day.csv | pos-report -f csv -s 2026-03-09 | cmp - a
