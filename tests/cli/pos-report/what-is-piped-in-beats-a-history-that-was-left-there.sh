# POS_DB and the configuration are for whoever reports on a history; what is piped in or given is meant.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv > /dev/null
pos-score -q -m m --no-db examples/data/day.csv > scored.csv
say() { printf '%s: ' "$1"; shift; pos-report -r summary -f csv "$@" | sed -n 2p | cut -d, -f1,2; }
echo 'rows of the day, and of the history:'
say plain < scored.csv
POS_DB=pos.db
export POS_DB
say 'a file on standard input' < scored.csv
piped() { cat "$1"; }
piped scored.csv | say 'a pipe'
say 'a file' scored.csv
say '-b' -b pos.db -s 2026-03-08 < scored.csv
say 'no input' -s 2026-03-08
: | say 'an empty pipe, as of cron' -s 2026-03-08
say '--no-db' --no-db < scored.csv
say "-b ''" -b '' < scored.csv
: | pos-report --no-db -f csv
piped scored.csv | pos-report --sql 'SELECT count(*) AS n FROM transactions WHERE source IS NOT NULL' -f csv
unset POS_DB
echo 'db = "pos.db"' > config.toml
piped scored.csv | say 'the configuration' --config config.toml
say 'the configuration' --config config.toml -s 2026-03-08
say '--no-db' --config config.toml --no-db < scored.csv
echo 'no-db = true' > config.toml
pos-report --config config.toml < scored.csv || echo "$?"
