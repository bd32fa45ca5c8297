pos-train -q -m m data/ten-minutes.csv
pos-score -p forest -m m --explain -f ndjson data/ten-minutes.csv |
  jq -c 'select(((.explain | add) - .score) * 1e6 | round != 0)'
