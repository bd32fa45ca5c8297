pos-train -q -m m examples/data/history.csv
head -n 100 examples/data/day.csv > rows
pos-score -m m --state new rows > one.csv
: > empty
pos-score -m m --state empty rows | cmp - one.csv
cmp new empty
pos-score -q -m m --state quiet rows | cmp - one.csv
echo 'without a model: learns from nothing'
pos-score --state alone rows > /dev/null
pos-score --state alone < /dev/null
sed -n '1,5p; /^age/p' alone
echo 'what a state of nothing is'
pos-score -q -m m --state nothing < /dev/null
pos-score -q -m m --state nothing rows | cmp - one.csv
cmp new nothing
