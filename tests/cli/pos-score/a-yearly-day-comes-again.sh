# Told once, in whatever year. A weekly one is closed on its day of the week alone.
. tests/cli/shop
shop 2 18 1 0 > history.csv
shop 19 26 2 0 | without 2026-03-24 > days.csv
pos-train -q -m m history.csv
score() { pos-score -q -m m "$@" | told; }
echo 'unannounced:'; score days.csv
for line in '2020-03-24,,Works,closed,yearly,' '2024-03-24 00:00,,Works,closed,yearly,2026-03-24' '2026-03-03,,Works,closed,weekly,'; do
  { echo from,to,name,kind,repeat,until; echo "$line"; } > events.csv
  echo "$line:"; score --events events.csv days.csv
done
for line in '2020-03-24,,Works,closed,yearly,2026-03-23' '2026-03-04,,Works,closed,weekly,' '2027-03-24,,Works,closed,yearly,'; do
  { echo from,to,name,kind,repeat,until; echo "$line"; } > events.csv
  echo "$line:"; score --events events.csv days.csv
done
