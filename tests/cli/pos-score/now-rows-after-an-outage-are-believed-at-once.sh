# The first row after an hour without any is alone in its run; the clock says that it is of now, in a file of any order.
pos-train -q -m m examples/data/history.csv
sed '/ 11:00/,$d' examples/data/day.csv > day.csv
back='2026-03-09 12:00,approved,1'
SOURCE_DATE_EPOCH=$(date -u -d '2026-03-09 12:01:10' +%s)
export SOURCE_DATE_EPOCH
{ cat day.csv; echo "$back"; } > grown.csv
{ head -n 1 day.csv; echo "$back"; sed 1d day.csv; } > moved.csv
for file in grown moved; do
  pos-score -q --now -m m "$file.csv" | grep -F "$back" | cut -d, -f1-3,8-
done
echo 'one that says a later time is not'
{ cat day.csv; echo '2026-03-09 12:30,approved,1'; } > ahead.csv
pos-score --now -m m ahead.csv | grep ' 12:30' | cut -d, -f1-3,6-
