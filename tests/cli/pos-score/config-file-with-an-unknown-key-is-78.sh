printf 'model = "data/by-hand.model"\n\n[pos-score]\n  treshold = 0.5\n' > c.toml
pos-score --config c.toml data/ten-minutes.csv
