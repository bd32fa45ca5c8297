start=1773065400   # 2026-03-09 14:10 UTC
export SOURCE_DATE_EPOCH=$start
head -13 data/denied-incident.csv | pos-alert -b pos.db --maildir box | cut -d, -f1,3
for hours in $(seq 2 2 240); do   # cron, and a feed that is silent
  SOURCE_DATE_EPOCH=$((start + hours * 3600)) pos-alert -b pos.db --maildir box < /dev/null | tail -n +2 | cut -d, -f1,3
done
