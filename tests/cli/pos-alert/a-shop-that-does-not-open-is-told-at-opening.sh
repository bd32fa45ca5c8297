# Nights of four kinds, silence from four hours on, until 15:00: when it is told, as what, and what is lost.
for night in 0 0.1 0.3 1; do
  for from in 09:00 04:00 08:00 11:00; do
    python3 data/opening-hours.py $night $from
    pos-train -q -m m history.csv
    pos-score -q -m m -a days.csv | tail -n +2 | sed 's/^/an ordinary day: /'
    pos-score -q -m m outage.csv > scored.csv
    pos-alert --replay -n -f ndjson scored.csv > events
    echo "$night a minute at night, silent from $from:"
    jq -r 'select(.event == "opened" or .event == "resolved") |
      "  \(.time[11:16]) \(.event), \(.lost | floor) lost: \(.reason)"' events | sed 's/, by chance.*//'
    # Business that comes back is no rise.
    grep -c '"above' scored.csv | sed '/^0$/d; s/$/ rows above/'
  done
done
