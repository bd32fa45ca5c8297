pos-train -q -m m examples/data/history.csv
grep -E '^time|09 16:3' examples/data/day.csv > quiet.csv
grep -E '09 16:5[3-9]' examples/data/day.csv >> quiet.csv
pos-score -m m -a quiet.csv | sed -n '1,2p'
sed 's/^2026-03-09 /x;/; s/,/;/g; 1s/.*/shop;time;status;count/' quiet.csv | pos-score -m m -a | sed -n '1,2p'
tail -n +2 quiet.csv | sed 's/\(.*\) \(.*\),\(.*\),\(.*\)/{"n":\4,"ts":"\1T\2:30Z","status":"\3","shop":7}/' | pos-score -m m -a | sed -n '1p'
