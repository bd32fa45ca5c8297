#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Redis Streams: rows wait in Redis until they are judged and stored.
#
#   redis.sh feed NAME < rows.csv    adds each row to the Redis stream pos:rows:NAME
#   redis.sh work NAME               its worker, until it is killed; a second one stands by
#
# What it gives    a queue on another machine that survives a dead worker (and, with appendonly, a dead Redis).
# Rows in          XADD, a row an entry; any Redis client can do that: XADD pos:rows:shop * row 'TIME,STATUS,COUNT'.
# Key of a stream  NAME: one Redis stream for each stream of rows. Its rows stay in order, so it has one worker;
#                  another one on this machine waits for the lock, and takes over when the first one is gone.
# State            NAME.db, a history: what the monitor knows goes there together with the rows. NAME.last has the last row.
# A worker dies    XACK comes last. What was not acknowledged is read again by the next worker (id 0, before >); rows
#                  that the history has change nothing. Rows that may be equal byte for byte need a column that tells
#                  them apart, such as the transaction's number.
# Alerts out       each incident as JSON, an entry of the Redis stream pos:alerts.
set -eu

redis="redis-cli -e -h ${REDIS_HOST-127.0.0.1} -p ${REDIS_PORT-6379}"   # a password: REDISCLI_AUTH
state=${POS_STATE-/var/lib/pos-tools}
models=${POS_MODELS-$state}                # a model for each stream, NAME.model
columns=${POS_COLUMNS-time,status,count}   # of a row
now=${POS_NOW-yes}                         # silence up to now is told; empty for a recording
batch=1000
wait=${POS_WAIT-5000}                      # for rows, in milliseconds

usage="usage: redis.sh feed|work NAME"
name=${2:?$usage}
case $name in *[!A-Za-z0-9_.-]* | .*) echo "redis.sh: not a name: $name" >&2; exit 64 ;; esac
key=pos:rows:$name

case $1 in
feed)
  sed -e 1d -e 's/[\\"]/\\&/g' -e "s/.*/XADD $key * row \"&\"/" | $redis --pipe >/dev/null
  exit
  ;;
work) ;;
*) echo "$usage" >&2; exit 64 ;;
esac

exec 9>"$state/$name.lock"
flock 9   # its children have the lock, too: while one of them is left, the next worker waits
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
$redis PING >/dev/null
$redis XGROUP CREATE "$key" pos 0 MKSTREAM >/dev/null 2>&1 || :   # it may be there

last=$state/$name.last
next=0   # first what a worker before this one left unacknowledged, then what is new
while :; do
  $redis --json XREADGROUP GROUP pos worker COUNT $batch BLOCK "$wait" STREAMS "$key" "$next" >"$tmp/batch"
  # The last row of before comes first, so that what has no row between the two is silence; it changes nothing.
  { echo "$columns"; cat "$last" 2>/dev/null || :; jq -r '.[]?[] | select(.[1]) | .[1][1]' "$tmp/batch"; } |
    awk '!seen[$0]++' >"$tmp/rows.csv"
  # Also without rows: then silence is what there is to judge.
  pos-score -q ${now:+--now} --on-error skip --rejects "$tmp/bad" -m "$models/$name.model" -b "$state/$name.db" \
    "$tmp/rows.csv" >"$tmp/scored.csv"
  # What cannot be told now stays queued, and goes next time.
  pos-alert -q -b "$state/$name.db" --exec "$redis -x XADD pos:alerts '*' incident >/dev/null" >&2 </dev/null || :
  sed 1d "$tmp/rows.csv" | grep -vxFf "$tmp/bad" | tail -n 1 >"$last.new" && mv "$last.new" "$last"
  jq -r '.[]?[][0]' "$tmp/batch" >"$tmp/ids"
  if [ -s "$tmp/ids" ]; then
    # shellcheck disable=SC2086  # words
    xargs $redis XACK "$key" pos <"$tmp/ids" >/dev/null
  else
    next='>'
  fi
done
