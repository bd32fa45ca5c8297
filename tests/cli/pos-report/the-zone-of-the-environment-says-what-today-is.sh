export SOURCE_DATE_EPOCH=1773068400 TZ=Asia/Tokyo  # 2026-03-10 00:00 there
pos-report -f csv -r bars -s today data/scored.csv
