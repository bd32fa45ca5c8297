# Held back for the digest, kept back by a silence, refused for good: whole in a pipe, in every form.
export SOURCE_DATE_EPOCH=1773068400 USER=ana   # 2026-03-09 15:00
awk 'BEGIN { print "time,status,count,final_decision,reason"
  for (m = 0; m < 45; m++) for (s = 1; s <= 4; s++)
    printf "2026-03-09 14:%02d,s%d,9,%s,%s\n", m, s, m == 11 * s - 1 ? "Alert" : "Approve", m == 11 * s - 1 ? "above" : "" }' > storm.csv
pos-alert -q -b pos.db --maildir box < /dev/null
SOURCE_DATE_EPOCH=1773064800 pos-alert silence -q -b pos.db --status s4 --for 1d --comment 'a long comment that says at length why nobody wants to hear of it'
pos-alert --replay -b pos.db --max-per-hour 1 --exec 'cat > /dev/null; exit 1' storm.csv > events 2> errors || echo "status $?"
sqlite3 pos.db "UPDATE message SET state = 3, error = 'refused for good, for reasons that do not fit into eighty columns of a terminal'"
for format in text csv ndjson; do
  echo "== $format"
  pos-alert list -b pos.db -f $format | sed 's/<[^>]*>/ID/; s/ *$//'
done
