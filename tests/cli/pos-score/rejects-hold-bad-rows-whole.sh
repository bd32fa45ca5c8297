pos-score -p forest -m data/by-hand.model -q --on-error skip --rejects rejects.csv data/bad-rows.csv 2>/dev/null | wc -l
cat rejects.csv
