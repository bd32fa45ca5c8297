pos-score -p forest -m data/by-hand.model -o scored.csv data/ten-minutes.csv
wc -l < scored.csv
pos-score -p forest -m data/by-hand.model -o scored.csv --on-error stop data/bad-rows.csv 2>/dev/null || echo status $?
wc -l < scored.csv
echo .scored.csv.* scored.csv
