pos-train -q -m m data/ten-minutes.csv
pos-score -p forest -m m data/ten-minutes.csv > all.csv
tail -n +2 data/ten-minutes.csv | while read -r row; do
  printf 'time,status,count\n%s\n' "$row" | pos-score -p forest -m m | tail -n 1
done > alone.csv
tail -n +2 all.csv | cmp - alone.csv && wc -l < alone.csv
