# As it is it changes nothing; with all that stands behind a # it names options that there are.
cp examples/pos-tools.toml config.toml
export POS_CONFIG=config.toml
pos-score -q -b pos.db data/ten-minutes.csv > scored.csv
pos-alert -n scored.csv
# (A token is instead of a password.)
sed -i '/^#token-command/d; s/^#\([[a-z]\)/\1/; s|/etc/pos-tools/events.csv|examples/events.csv|; s|/var/lib/pos-tools/||' config.toml
grep -E '^(db|model|events)' config.toml
pos-alert list
pos-report -q -b none.db || echo $?
pos-serve -m none.model || echo $?
