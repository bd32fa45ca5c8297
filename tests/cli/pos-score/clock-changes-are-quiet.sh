# needs: python3 -c 'import zoneinfo; zoneinfo.ZoneInfo("Australia/Lord_Howe")'
for night in America/Sao_Paulo:2018-02-18 America/Sao_Paulo:2018-11-04 America/New_York:2026-03-08 \
  America/New_York:2026-11-01 Europe/Berlin:2026-03-29 Europe/Berlin:2026-10-25 Australia/Lord_Howe:2026-04-05 \
  Australia/Lord_Howe:2026-10-04 UTC:2026-03-29; do
  zone=${night%:*}
  for form in epoch offset wall live; do
    python3 data/clock-change.py "$zone" "${night#*:}" "$form"
    pos-train -q -Z "$zone" -m m history.csv
    # What is judged has an expectation.
    show() { awk -F, -v name="$night $form$1" 'NR > 1 { alerts += $9 == "Alert"; blind += $6 == "" }
      END { print name ": " alerts + 0 " alerts, " blind + 0 " rows not judged" }'; }
    if [ "$form" = live ]; then
      tail -n +1 night.csv | pos-score -Z "$zone" -m m 2>> told | show ", a pipe"
    else
      pos-score -Z "$zone" -m m night.csv 2>> told | show ""
      rm -f pos.db
      pos-score -Z "$zone" -m m -b pos.db night.csv 2>/dev/null | show ", stored"
    fi
  done
done
cut -d: -f4- told | sed 's/ [0-9-]* [0-9:]* comes/ DATE comes/' | sort | uniq -c
# In the second of the two hours nothing comes for a quarter of an hour; and a run ends in the middle of them.
python3 data/clock-change.py Europe/Berlin 2026-10-25 epoch
pos-train -q -Z Europe/Berlin -m m history.csv
second=1792890000 # 02:00 once more
awk -F, -v from=$((second + 600)) 'NR == 1 || $1 < from || $1 >= from + 900' night.csv | pos-score -Z Europe/Berlin -m m -a |
  head -n 2 | cut -d, -f2,3,9,10-
rm pos.db
for part in '<' '>='; do
  awk -F, -v at=$((second - 1200)) "NR == 1 || \$1 $part at" night.csv > part.csv
  pos-score -Z Europe/Berlin -m m -b pos.db -e part.csv | awk -F, '$6 == ""'
done
