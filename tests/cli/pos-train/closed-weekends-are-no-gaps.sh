# An office, five weeks from nine to six: what is closed each weekend is known, and lacks nothing.
awk 'BEGIN { print "time,status,count"
  for (day = 0; day < 33; ++day)
    for (minute = 540; day % 7 < 5 && minute < 1080; ++minute)
      printf "2026-%02d-%02d %02d:%02d,approved,20\n", day < 30 ? 3 : 4, day < 30 ? day + 2 : day - 29, minute / 60, minute % 60 }' > history.csv
pos-train -m m history.csv 2>&1
