awk 'BEGIN { FS = OFS = ","; print "time,status,count,final_decision,reason,shop" }
  END { for (m = 0; m < 90; m++) for (s = 1; s <= 5; s++)
    printf "2026-03-09 %02d:%02d,denied,9,%s,%s,s%d\n", 14 + int(m / 60), m % 60, m ? "Approve" : "Alert", m ? "" : "above", s }' < /dev/null > storm.csv
pos-alert --replay -b pos.db --group-by status,shop --max-per-hour 2 --exec 'jq -r "[.event, (.entries // [] | length)] | join(\" \")"' storm.csv |
  cut -d, -f1-4
