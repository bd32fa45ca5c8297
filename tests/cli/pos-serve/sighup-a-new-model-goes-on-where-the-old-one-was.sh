# needs: command -v curl
# A model of the week before takes the place of the one that has judged half of the day: no alert that the unchanged one
# would not give, with the server running or started again, and of a stream with a name.
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00
day=examples/data/day.csv
model
pos-train -q --seed 7 -m week examples/data/history.csv
pos-train -q -m first examples/data/history.csv
half() {  # FIRST LAST: rows of the day by their lines, 200 a request
  n=$1
  while [ "$n" -le "$2" ]; do
    (sed -n 1p $day; sed -n "$n,$((n + 199 < $2 ? n + 199 : $2))p" $day) > body.csv
    [ "$(status -H 'Content-Type: text/csv' --data-binary @body.csv "${url}api/score")" = 200 ] || echo "row $n: no 200"
    n=$((n + 200))
  done
}
alerts() { pos-report -q -b pos.db "$@" -s 2026-03-09 --normal abnormal -r table -f csv | cut -d, -f1,2; }
serve
half 2 3544
end > /dev/null
alerts > wanted
echo "unchanged: $(grep -c 2026 wanted)"
reload() { cp week m; kill -HUP "$server"; wait_until 'grep -q "is in use" errors'; }
restart() { end > /dev/null; cp week m; serve "$@"; }
try() {
  stream=$1
  shift
  rm -f pos.db*
  cp first m
  serve --stream "$stream"
  half 2 1603
  "$@"
  half 1604 3544
  curl -s "${url}?since=2026-03-09" | grep -o "<title>.*</title>" | head -1
  end > /dev/null
  echo "$*: $(alerts --stream "$stream" | cmp - wanted && echo the same)"
}
try '' reload
try '' restart
try shop reload
try shop restart --stream shop
