#!/bin/sh
# Prints the newest record of a running pos-serve whenever there is a new one, as the original project's poller did.
#
#   sh examples/poll-api.sh [URL [SECONDS]]      default http://127.0.0.1:8080 and 5
#
# A token, where one is wanted, comes from the file that POS_TOKEN_FILE names: curl reads it from there, so that no
# process list shows it. Ends with 69 when the server does not answer ten times in a row.
set -eu

url=${1:-http://127.0.0.1:8080}
pause=${2:-5}
config=$(mktemp)
trap 'rm -f "$config"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
if [ -n "${POS_TOKEN_FILE-}" ]; then
  printf 'header = "Authorization: Bearer %s"\n' "$(cat "$POS_TOKEN_FILE")" >"$config"
fi

before=
failures=0
while :; do
  if record=$(curl -sS --fail --max-time 10 --config "$config" "${url%/}/api/get_record"); then
    failures=0
    if [ "$record" != "$before" ] && [ "$record" != "{}" ]; then  # {}: there is none yet
      printf '%s\n' "$record"
      before=$record
    fi
  else
    failures=$((failures + 1))
    [ "$failures" -lt 10 ] || exit 69
  fi
  sleep "$pause"
done
