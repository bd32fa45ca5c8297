export SOURCE_DATE_EPOCH=1773068400  # 2026-03-09 15:00, and 00:00 of the next day in Tokyo
pos-report -f csv -r bars -s today -Z Asia/Tokyo data/scored.csv
