# The first run ends within the minute of the alert: its row comes with the second, after the same rows once more.
at() { grep -n "$1" data/denied-incident.csv | head -1 | cut -d: -f1; }
alert=$(at Alert)
head -n "$((alert - 1))" data/denied-incident.csv > one
minute=$(sed -n "${alert}p" data/denied-incident.csv | cut -d, -f1)
# A normal row of that minute is in the first run; the order of the rows of a minute is not the same in the second.
sed -n "${alert}p" data/denied-incident.csv | sed 's/denied/other/; s/Alert.*/Approve,/; s/warning\|critical//' > normal
cat one normal > first
{ cat one; sed -n "${alert}p" data/denied-incident.csv; cat normal; } > second
echo "$minute"
for input in first second second; do
  echo "$input:"
  pos-alert --replay -v -b pos.db < "$input" | cut -d, -f3,7
done
