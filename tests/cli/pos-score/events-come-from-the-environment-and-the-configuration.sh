# All tools share the key, and those that read no events pass over it. A clock without a date is on no day of any
# calendar.
. tests/cli/shop
shop 2 18 1 0 > history.csv
shop 19 35 2 0 | without 2026-03-24 > days.csv
{ echo from,to,name,kind; echo 2026-03-24,,Works,closed; } > events.csv
pos-train -q -m m history.csv
POS_EVENTS=events.csv pos-score -q -m m days.csv | told
echo 'events = "events.csv"' > config.toml
export POS_CONFIG=config.toml
pos-score -q -m m days.csv | told
pos-score -q -m m --events '' days.csv | told
pos-score -q -m m --events examples/events.csv days.csv | told
pos-score -m m days.csv | pos-report -r summary -f csv | sed 1q
checkout-stats -r describe -f csv examples/data/checkout-1.csv | sed 1q
# Clocks alone.
pos-train -q -m clocks data/ten-minutes.csv
pos-train -m clocks --report r.json data/ten-minutes.csv
pos-score -m clocks data/ten-minutes.csv | wc -l
sed '2,9s/^/2026-03-24 /' data/ten-minutes.csv | head -n 9 > dated.csv
pos-score -m m -D 2026-03-24 data/ten-minutes.csv | wc -l
