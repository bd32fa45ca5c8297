# A minute of one status has room for one of them. What the tables learn of such counts is a model all the same.
awk 'BEGIN { print "time,status,count"
  for (m = 0; m < 6; m++) for (i = 0; i < 2 - m % 2; i++)
    printf "2026-03-02 00:%02d,%s,9007199254740992\n", m, m < 3 ? "approved" : "denied" }' < /dev/null > huge.csv
pos-train -q -m pos.model huge.csv || echo "status $?"
pos-train --inspect pos.model | jq .lineage.rows
pos-score -m pos.model -p forest huge.csv 2> errors | cut -d, -f1-3
grep -c 'above 2^53' errors
