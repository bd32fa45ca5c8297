# Eight days at 20 a minute. One has no row for a quarter of an hour, one half of the business, one twice the denials,
# and one is missing. An event names another one that is odd.
awk 'BEGIN { print "time,status,count"
  for (t = 0; t < 12 * 1440; ++t) {
    day = int(t / 1440); minute = t % 1440
    if (day == 2 && minute >= 600 && minute < 615 || day == 7) continue
    count = day == 4 ? 10 : day == 9 ? 5 : 20
    when = sprintf("2026-03-%02d %02d:%02d", 2 + day, minute / 60, minute % 60)
    print when ",approved," count
    print when ",denied," (day == 5 ? 6 : 2) } }' > history.csv
printf 'from,to,name,kind\n2026-03-11,2026-03-11,inventory,exclude\n' > events.csv
pos-train -m m history.csv 2>&1 | sed -n '/^gaps/,$p'
echo
pos-train -m m --events events.csv --report - history.csv | jq -c '.monitor | .gaps[], .odd_days[]'
