printf 'quiet = true\n[pos-score]\nmodel = "nowhere"\npolicy = "seed"\nthreshold = 0.99\n[pos-train]\ntrees = 3\n' > c.toml
POS_CONFIG=c.toml POS_MODEL=data/by-hand.model pos-score data/ten-minutes.csv | grep -c Alert
POS_CONFIG=c.toml POS_MODEL=data/by-hand.model pos-score -p forest data/ten-minutes.csv | grep -c Alert || true
mkdir "$HOME/pos-tools"
cp c.toml "$HOME/pos-tools/config.toml"
pos-score -m data/by-hand.model data/ten-minutes.csv | grep -c Alert
