pos-score --config nowhere.toml -m data/by-hand.model data/ten-minutes.csv
