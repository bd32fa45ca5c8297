# A shop that is closed on Sundays may be closed, and one that is open is told that its feed is dead.
. tests/cli/shop
{ echo from,to,name,kind; echo 2026-03-24,,Patron Saint,holiday; } > events.csv
for sundays in 0 0.6; do
  echo "on Sundays $sundays:"
  shop 2 18 1 $sundays > history.csv
  shop 19 35 2 $sundays > days.csv
  pos-train -q -m m history.csv
  pos-score -q -m m --events events.csv days.csv | told
  echo '  nothing comes'
  without 2026-03-24 < days.csv > nothing.csv
  pos-score -q -m m --events events.csv nothing.csv | told
done
# The business of a Sunday in the place of the 24th.
sunday() {
  sed 1q days.csv
  { sed 1d days.csv | without 2026-03-24; sed -n 's/^2026-03-22/2026-03-24/p' days.csv; } | sort
}
echo '  as on a Sunday'; sunday > sunday.csv
pos-score -q -m m --events events.csv sunday.csv | told
echo '  and nothing from 13:00'; sunday | without 2026-03-24 13:00 > half.csv
pos-score -q -m m --events events.csv half.csv | told
