pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | cut -d, -f4- > known
sed 's#^2026-03-09#09/03/2026#' examples/data/day.csv > march.csv
pos-score -m m march.csv || echo "$?"
pos-score -m m --time-format '%d/%m/%Y %H:%M' march.csv | cut -d, -f4- | cmp - known
sed 's#^2026-03-09#03/09/2026#' examples/data/day.csv | pos-score -m m --time-format '%m/%d/%Y %R' | cut -d, -f4- | cmp - known
echo "a day above 12 says it, and then it holds:"
printf 'time,status,count\n25/03/2026 14:00,approved,30\n01/04/2026 14:00,approved,30\n04/25/2026 14:01,approved,30\n' |
  pos-score -p forest -m m | cut -d, -f1-3 || :
printf 'time,status,count\n25/03/2026 14:00,approved,30\n04/25/2026 14:01,approved,30\n' > two.csv
pos-score -q -p forest -m m two.csv > /dev/null || echo "$?"
pos-score -m m --time-format '%d/%m' two.csv || echo "$?"
pos-score -p forest -m m --time-format '%d/%m/%Y %H:%M:%S' two.csv || echo "$?"
