# Each eleven minutes another status, so that each is an incident of its own.
awk 'BEGIN { print "time,status,count,final_decision,reason" }
  END { for (m = 0; m < 120; m++) for (s = 1; s <= 5; s++)
    printf "2026-03-09 %02d:%02d,s%d,9,%s,%s\n", 14 + int(m / 60), m % 60, s, m == 11 * s ? "Alert" : "Approve", m == 11 * s ? "above" : "" }' < /dev/null > storm.csv
pos-alert --replay -b pos.db --max-per-hour 2 --exec 'jq -r "[.event, (.entries // [] | length)] | join(\" \")"' storm.csv |
  cut -d, -f1-4
