# A count that no incident explains makes its status the volume, which is told; of the shares it is left out.
awk 'BEGIN { print "time,status,count"
  for (t = 0; t < 2880; ++t) printf "2026-03-%02d %02d:%02d,approved,20\n", 9 + int(t / 1440), t % 1440 / 60, t % 60
  print "2026-03-10 23:59,denied,900000000000" }' > history.csv
pos-train -m m history.csv 2>&1 | sed -n '1,4p'
