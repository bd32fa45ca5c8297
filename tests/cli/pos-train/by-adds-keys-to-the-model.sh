# Three days of two merchants, one of whom has two thirds of all.
awk 'BEGIN { print "time,status,count,Merchant"
  for (t = 0; t < 4320; ++t) for (m = 1; m <= 2; ++m)
    printf "2026-03-%02d %02d:%02d,approved,%d,m%d\n", 9 + int(t / 1440), t % 1440 / 60, t % 60, m * 6, m }' > day.csv
pos-train -q -m without.model day.csv
pos-train -q -m with.model --by merchant day.csv
pos-train --inspect with.model | jq -c .keys
pos-train --inspect without.model | jq -c .keys
grep '^key ' with.model
# All but the keys is the same.
sed '/^keys /,/^lineage /{/^lineage /!d}; /^sha256/d' with.model > rest
sed '/^sha256/d' without.model | cmp - rest
