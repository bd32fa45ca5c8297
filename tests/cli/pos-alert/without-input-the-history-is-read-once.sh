export POS_DB=pos.db
pos-train -q -m m examples/data/history.csv
until_hour() { awk -v hour="$1" 'NR == 1 || substr($0, 12, 2) < hour' examples/data/day.csv > part; pos-score -q -m m part > /dev/null; }
events() { cut -d, -f1,3,7 | grep -v event || echo nothing; }
until_hour 11
pos-alert --replay < /dev/null | events
echo 'nothing is told again:'
pos-alert --replay < /dev/null | events
echo 'a pipe that ends without a byte, and no standard input at all:'
until_hour 14
: | pos-alert --replay | events
until_hour 18
pos-alert --replay <&- | events
echo 'a file, and a pipe with bytes, are read themselves:'
: > empty
until_hour 24
pos-alert --replay < empty | events
head -1 data/denied-incident.csv | pos-alert --replay | events
echo 'alerts kept elsewhere:'
pos-alert --replay -b other.db --history pos.db < /dev/null | grep -c opened
for wrong in '--follow rows' '--follow --pass' 'list --follow'; do
  # shellcheck disable=SC2086  # words
  pos-alert $wrong 2>&1 || echo "status $?"
done
pos-alert -b other.db --history none.db < /dev/null 2>&1 || echo "status $?"
