pos-train -q -m a data/ten-minutes.csv
tail -n +2 data/ten-minutes.csv | sed 's/\(.*\),\(.*\),\(.*\)/{"time":"\1","status":"\2","count":\3}/' | pos-train -q -m b
cmp a b
