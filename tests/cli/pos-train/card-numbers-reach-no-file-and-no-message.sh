# A status of a busy shop: the model would have it, and the report.
awk '{ print } NR % 50 == 2 { sub(/,[a-z]*,/, ",denied 7 4111111111111111,"); print }' \
  examples/data/history.csv > in.csv
echo '2026-03-09 10:00,4111111111111111,x' >> in.csv
echo '2026-03-09 1O:00,"5555 5555 5555 4444",1' >> in.csv
pos-train -m m --rejects rejects.csv --report report in.csv 2>errors || echo status $?
pos-train --inspect m > inspected
cat rejects.csv
grep -lE '4111111111111111|5555 5555 5555 4444' m report errors inspected rejects.csv || echo none
grep -c 'denied 7 41111\*' m
