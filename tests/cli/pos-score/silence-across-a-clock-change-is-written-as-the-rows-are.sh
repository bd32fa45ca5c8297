# needs: python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("America/New_York")'
# Clocks are put on from 02:00 to 03:00 on the 8th of March, and back from 02:00 to 01:00 on the 1st of November.
for outage in '2026-03-08 01:50 03:30' '2026-11-01 00:50 02:30'; do
  read -r day from until <<END
$outage
END
  for form in live offset; do
    python3 data/clock-change.py America/New_York "$day" $form
    pos-train -q -Z America/New_York -m m history.csv
    awk -F, -v from="$day $from" -v until="$day $until" '{ time = $1; sub("T", " ", time) }
      NR == 1 || !(time >= from && time < until)' night.csv > feed.csv
    echo "$day $form"
    tail -n +1 feed.csv | pos-score -q -Z America/New_York -m m -a | grep 'no data since' | cut -d, -f1,10,11 |
      sed 's/ expected.*//' | awk 'NR == 1 || !/"no data since '"$from"'/; { last = $0 } END { print last }'
  done
done
