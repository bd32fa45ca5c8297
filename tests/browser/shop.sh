# shellcheck shell=sh disable=SC2034  # server, shop_query: for those who source this
# The shop of examples/data in five states, for the scripts beside it, which source webdriver.sh before: its day up to a
# minute, and a server whose clock stands at another.
#
#   shop_serve STATE [OPTION OF pos-serve]...   STATE is well, storm, outage, dead or past; sets $server, its address, and
#                                               $shop_query, what to ask it for; a server of before ends
#   shop_end                                    kills the server
shop_data=$(cd "$(dirname "$0")" && pwd)/../../examples/data

shop_end() {
  [ -n "${server_pid-}" ] || return 0
  kill -9 "$server_pid" 2>/dev/null || :
  wait "$server_pid" 2>/dev/null || :
  server_pid=
}

# shellcheck disable=SC2154  # browser_dir: of webdriver.sh
shop_fill() {  # NAME UP_TO
  [ ! -e "$browser_dir/$1.db" ] || return 0
  [ -e "$browser_dir/model" ] || pos-train -q -m "$browser_dir/model" "$shop_data/history.csv"
  { cat "$shop_data/history.csv"
    awk -F, -v to="$2" 'NR > 1 && $1 < to' "$shop_data/day.csv"; } >"$browser_dir/$1.csv"
  for shop_until in '' --now; do  # once as it came, and then up to the clock: what did not come is told, too
    # shellcheck disable=SC2086
    pos-score -q $shop_until -Z America/Sao_Paulo -m "$browser_dir/model" -b "$browser_dir/$1.db" "$browser_dir/$1.csv" >/dev/null
  done
}

shop_serve() {
  state=$1
  shift
  shop_query=
  case $state in
    well) shop_to='2026-03-09 15:30' shop_clock='2026-03-09 15:30:40' ;;
    storm | dead) shop_to='2026-03-09 20:22' shop_clock='2026-03-09 20:22:40' ;;
    outage) shop_to='2026-03-09 12:27' shop_clock='2026-03-09 13:01:40' ;;
    past) shop_to='2026-03-10' shop_clock='2026-03-10 09:00' shop_query='?since=yesterday' ;;
  esac
  shop_end
  name=$state
  [ "$state" != dead ] || name=storm
  SOURCE_DATE_EPOCH=$(TZ=America/Sao_Paulo date -d "$shop_clock" +%s)
  export SOURCE_DATE_EPOCH
  shop_fill "$name" "$shop_to"
  : >"$browser_dir/serve.log"
  pos-serve -m "$browser_dir/model" -b "$browser_dir/$name.db" --listen 127.0.0.1:0 -Z America/Sao_Paulo \
    --title 'Example shop' "$@" 2>"$browser_dir/serve.log" &
  server_pid=$!
  shop_tries=0
  until grep -q 'listening on http' "$browser_dir/serve.log"; do
    shop_tries=$((shop_tries + 1))
    if [ $shop_tries -gt 400 ] || ! kill -0 "$server_pid" 2>/dev/null; then
      cat "$browser_dir/serve.log" >&2
      return 1
    fi
    sleep 0.05
  done
  server=$(sed -n 's,.*listening on \(http://[^ ]*[0-9]\).*,\1,p' "$browser_dir/serve.log")
}
