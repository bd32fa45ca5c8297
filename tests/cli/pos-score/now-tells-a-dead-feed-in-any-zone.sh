# needs: python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Asia/Kathmandu")'
# Nothing comes from noon on: each run tells the minutes since the one before, wherever noon is.
for zone in UTC America/Sao_Paulo America/Los_Angeles Asia/Tokyo Asia/Kathmandu; do
  for form in live epoch; do
    python3 data/clock-change.py "$zone" 2026-07-15 $form
    pos-train -q -Z "$zone" -m m history.csv
    noon=$(TZ=$zone date -d '2026-07-14 12:00' +%s)
    case $form in
    epoch) awk -F, -v noon="$noon" 'NR == 1 || $1 < noon' night.csv ;;
    live) awk -F, 'NR == 1 || $1 < "2026-07-14 12:00"' night.csv ;;
    esac > feed.csv
    rm -f pos.db
    told=
    for minutes in 5 15 25 60 190; do
      SOURCE_DATE_EPOCH=$((noon + minutes * 60)) pos-score --now -q -Z "$zone" -m m -b pos.db -a feed.csv > alerts
      told="$told $minutes:$(sed 1d alerts | wc -l)"
    done
    echo "$zone $form:$told"
  done
done
# Beside a model with dates, clocks without one are of the same wall clock.
for zone in UTC America/Sao_Paulo Asia/Tokyo; do
  python3 data/opening-hours.py 0 09:00
  pos-train -q -Z $zone -m m history.csv
  sed -n '1p; s/^2026-03-16 //p' days.csv > clocks.csv
  TZ=$zone pos-score -q -m m -a clocks.csv | sed 1d
done
