export SOURCE_DATE_EPOCH=1773068400  # 2026-03-09 15:00
for since in today yesterday -5h 10:03 '2026-03-08 10:05'; do
  echo "$since"
  pos-report -f csv -r bars -s "$since" data/scored.csv
done
