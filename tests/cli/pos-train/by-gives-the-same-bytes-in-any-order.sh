awk 'BEGIN { print "time,status,count,merchant,acquirer"
  for (t = 0; t < 1500; ++t) for (m = 1; m <= 3; ++m)
    printf "2026-03-%02d %02d:%02d,approved,%d,m%d,%s\n", 9 + int(t / 1440), t % 1440 / 60, t % 60, m * 3, m, m % 2 ? "n" : "s"
  }' > day.csv
{ head -1 day.csv; tail -n +2 day.csv | sort -r; } > backwards.csv
pos-train -q -m a.model --by merchant,acquirer day.csv
pos-train -q -m b.model --by merchant,acquirer backwards.csv
cmp a.model b.model
# Of several files, and as NDJSON.
{ head -1 day.csv; grep ,m2, day.csv; } > m2.csv
grep -v ,m2, day.csv > others.csv
pos-train -q -m c.model --by merchant,acquirer m2.csv others.csv
cmp a.model c.model
jq -Rc 'split(",") | select(.[0] != "time") | {time: .[0], status: .[1], count: (.[2] | tonumber), merchant: .[3], acquirer: .[4]}' \
  day.csv > day.json
pos-train -q -m d.model --by merchant,acquirer day.json
cmp a.model d.model
