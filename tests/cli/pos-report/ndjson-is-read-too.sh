cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -f ndjson > scored.ndjson
pos-report -f csv scored.ndjson
