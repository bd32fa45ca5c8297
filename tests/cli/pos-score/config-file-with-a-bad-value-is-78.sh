printf '[pos-score]\nthreshold = 5\n' > c.toml
pos-score --config c.toml -m data/by-hand.model data/ten-minutes.csv
