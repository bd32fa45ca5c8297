# shellcheck shell=sh
# A W3C WebDriver client in shell: sourced by the scripts beside it. Chromium is started with nothing to say to
# any network, and all of it ends with the script.
#
#   browser_start        session in $browser; sets $browser_dir, a folder that goes with it
#   wd METHOD PATH JSON  one command of the session; prints its value
#   js SCRIPT [ARG...]   runs `SCRIPT` in the page, ARGs as arguments[0]...; prints what it returns, as JSON
#   until_js EXPRESSION  waits until it is true, 15 seconds at most

for program in chromium chromedriver curl jq; do
  command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done

browser_stop() {
  [ -z "${browser-}" ] || curl -sS -m 10 -X DELETE "$browser" >/dev/null 2>&1 || :
  [ -z "${browser_pid-}" ] || { kill "$browser_pid" 2>/dev/null; wait "$browser_pid" 2>/dev/null; } || :
  rm -rf "$browser_dir"
}

browser_start() {
  browser_dir=$(mktemp -d)
  trap browser_stop EXIT
  trap 'exit 130' INT TERM
  : >"$browser_dir/log"
  chromedriver --port=0 >"$browser_dir/log" 2>&1 &
  browser_pid=$!
  tries=0
  while ! grep -q 'on port [1-9]' "$browser_dir/log"; do
    tries=$((tries + 1))
    if [ $tries -gt 300 ] || ! kill -0 "$browser_pid" 2>/dev/null; then
      cat "$browser_dir/log" >&2
      exit 1
    fi
    sleep 0.05
  done
  port=$(sed -n 's/.*on port \([1-9][0-9]*\).*/\1/p' "$browser_dir/log" | tail -n 1)
  capabilities=$(jq -n --arg profile "--user-data-dir=$browser_dir/profile" '{capabilities: {alwaysMatch: {
    browserName: "chrome", unhandledPromptBehavior: "ignore",
    "goog:loggingPrefs": {browser: "ALL", performance: "ALL"},
    "goog:chromeOptions": {args: (["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
      "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-extensions", "--hide-scrollbars"] + [$profile, "about:blank"])}}}}')
  session=$(printf '%s' "$capabilities" | curl -sS -m 60 -d @- "http://127.0.0.1:$port/session" | jq -r '.value.sessionId // .value.message')
  browser=http://127.0.0.1:$port/session/$session
}

wd() {
  printf '%s' "${3-}" | curl -sS -m 60 -X "$1" -H 'Content-Type: application/json' --data-binary @- "$browser$2" >"$browser_dir/answer"
  if jq -e '.value | type == "object" and has("error")' "$browser_dir/answer" >/dev/null; then
    jq -r '"webdriver: \(.value.error): \(.value.message)"' "$browser_dir/answer" | head -n 3 >&2
    return 1
  fi
  jq -c .value "$browser_dir/answer"
}

# A command of the browser's developer tools.
cdp() { wd POST /goog/cdp/execute "$(jq -n --arg cmd "$1" --argjson params "$2" '{cmd: $cmd, params: $params}')"; }

js() {
  wd POST /execute/sync "$(jq -n --arg script "$1" '{script: $script, args: $ARGS.positional[1:]}' --args -- "$@")"
}

until_js() {
  tries=0
  until [ "$(js "return Boolean($1)")" = true ]; do
    tries=$((tries + 1))
    [ $tries -lt 300 ] || { echo "never came true: $1" >&2; return 1; }
    sleep 0.05
  done
}

open_page() {
  wd POST /url "$(jq -n --arg url "$1" '{url: $url}')" >/dev/null
  until_js 'document.documentElement.dataset.ready'
}

# The element of a CSS selector, by its id in the protocol.
element() {
  wd POST /element "$(jq -n --arg value "$1" '{using: "css selector", value: $value}')" | jq -r '.[]'
}
click() { wd POST "/element/$(element "$1")/click" '{}' >/dev/null; }
# As a person would: all that stands there is marked and typed over. U+E009 is Ctrl, U+E000 lets it go.
type_into() {
  wd POST "/element/$(element "$1")/value" "$(jq -n --arg text "$2" '{text: ("\ue009a\ue000" + $text)}')" >/dev/null
}
