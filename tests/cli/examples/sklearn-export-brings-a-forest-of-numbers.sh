python3 examples/sklearn-export.py data/small-forest.json -m m --threshold 0.6
pos-train --inspect m | jq -c '[.statuses, .trees, .nodes, .sample_size, .threshold, .lineage]'
pos-score -p forest -m m data/ten-minutes.csv | head -n 3
