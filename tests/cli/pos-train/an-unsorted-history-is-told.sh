{ head -n 1 data/ten-minutes.csv; tail -n +2 data/ten-minutes.csv | sort -r; } > backwards.csv
pos-train --holdout 0 --report r.json -m m backwards.csv
sed '1!s/^/2026-03-02 /' data/ten-minutes.csv > monday.csv
sed '1!s/^/2026-03-01 /' data/ten-minutes.csv > sunday.csv
pos-train --holdout 0 --report r.json -m m monday.csv sunday.csv
