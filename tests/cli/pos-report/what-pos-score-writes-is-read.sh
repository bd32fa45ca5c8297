pos-score -p seed -m data/by-hand.model data/ten-minutes.csv | pos-report -D 2026-03-09 -f csv -r series
