pos-score -m data/by-hand.model -o scored.csv data/ten-minutes.csv
wc -l < scored.csv
pos-score -m data/by-hand.model -o scored.csv --on-error stop data/bad-rows.csv 2>/dev/null || echo status $?
wc -l < scored.csv
echo .scored.csv.* scored.csv
