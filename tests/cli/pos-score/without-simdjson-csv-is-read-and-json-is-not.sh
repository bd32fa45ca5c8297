# needs: command -v readelf
file=$(readelf -p .note.dlopen "$(command -v pos-score)" | grep -o 'libsimdjson[^"]*')
mkdir broken && : > "broken/$file"
export LD_LIBRARY_PATH="$PWD/broken"
printf 'time,status,count\n14:31,denied,3\n' | pos-score -p forest -m data/by-hand.model > /dev/null
printf '{"time":"14:31","status":"denied","count":3}\n' | pos-score -p forest -m data/by-hand.model 2>&1 | sed "s|$PWD/||; s/libsimdjson[.0-9so]*/SIMDJSON/g"
