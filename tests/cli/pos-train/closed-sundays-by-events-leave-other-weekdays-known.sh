# Three weeks, and Sundays that an event closes: no training of more weeks would know more.
awk 'BEGIN { print "time,status,count"
  for (day = 0; day < 22; ++day)
    for (minute = 0; day % 7 != 6 && minute < 1440; ++minute)
      printf "2026-03-%02d %02d:%02d,approved,20\n", day + 2, minute / 60, minute % 60 }' > history.csv
printf 'from,to,name,kind,repeat\n2026-03-01,2026-03-01,Sunday,closed,weekly\n' > events.csv
pos-train -m m --events events.csv history.csv 2>&1
pos-train -m m --events events.csv --report - history.csv | jq -c .monitor.weekdays
