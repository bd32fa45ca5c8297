# Three days at 10 a minute, four weeks without a row, three days: six days, of which the last two are judged by four.
awk 'BEGIN { print "time,status,count"
  for (t = 0; t < 33 * 1440; ++t) {
    day = int(t / 1440); minute = t % 1440
    if (day < 3 || day > 29) printf "2026-%02d-%02d %02d:%02d,approved,10\n", day < 30 ? 3 : 4, day % 30 + 1, minute / 60, minute % 60 } }' > history.csv
pos-train -m m history.csv 2>&1
pos-train -m m --report - history.csv | jq -c '.monitor | .days, .volume_per_minute, .held_out.days, .held_out.days_before'
echo
# Two rows are two minutes, and no day.
printf 'time,status,count\n2026-03-02 10:00,approved,5\n2026-09-26 11:00,approved,5\n' > two.csv
pos-train -m m two.csv 2>&1
