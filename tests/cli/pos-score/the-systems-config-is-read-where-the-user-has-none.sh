pos-train -q -m m examples/data/history.csv
first_byte() { pos-score < examples/data/day.csv | head -c 1; echo; }
printf 'model = "m"\nformat = "ndjson"\n' > "$XDG_CONFIG_DIRS/pos-tools/config.toml"
first_byte
echo '== of several folders the first that has one'
mkdir -p first/pos-tools
printf 'model = "m"\nformat = "csv"\n' > first/pos-tools/config.toml
XDG_CONFIG_DIRS="nowhere:$PWD/empty:$PWD/first:$XDG_CONFIG_DIRS" first_byte
echo '== not beside the own one'
mkdir "$HOME/pos-tools"
echo 'model = "m"' > "$HOME/pos-tools/config.toml"
first_byte
echo '== what is wrong in it is told'
rm "$HOME/pos-tools/config.toml"
echo 'modell = "m"' > "$XDG_CONFIG_DIRS/pos-tools/config.toml"
pos-score 2>&1 < examples/data/day.csv | sed "s|$XDG_CONFIG_DIRS|ETC|"
