#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Gearman: batches of rows as jobs; whoever sends one gets its rows back, judged.
#
#   gearman.sh feed NAME < rows.csv > scored.csv   sends batches, one after the other
#   gearman.sh work NAME                           a worker of stream NAME, until it is killed; start two
#
# What it gives    workers anywhere, for clients that want the answer; a job goes to another worker when one dies.
# Rows in          jobs of function pos-NAME: CSV with a header, up to a thousand rows.
# Key of a stream  NAME, the function. The client waits for each answer before it sends the next batch, so rows stay in
#                  order however many workers there are; they share the history, so they are on one machine.
# State            NAME.db, a history: what the monitor knows goes there together with the rows. NAME.last has the last row.
# A worker dies    the job server gives the job to the next worker, from its beginning: rows that the history has change
#                  nothing. Where a job fails, the client ends with status 1: send the same rows again, from any row.
#                  Rows that may be equal byte for byte need a column that tells them apart.
# Alerts out       background jobs of function pos-alerts: each incident as JSON, for who wants to tell people.
set -eu

gearman="gearman -h ${GEARMAN_HOST-127.0.0.1} -p ${GEARMAN_PORT-4730}"
state=${POS_STATE-/var/lib/pos-tools}
models=${POS_MODELS-$state}   # a model for each stream, NAME.model
batch=1000

usage="usage: gearman.sh feed|work NAME"
name=${2:?$usage}
case $name in *[!A-Za-z0-9_.-]* | .*) echo "gearman.sh: not a name: $name" >&2; exit 64 ;; esac

case $1 in
feed)
  read -r header || exit 0
  scored=$(mktemp)
  trap 'rm -f "$scored"' EXIT
  export header scored
  # Of the minute that a batch cuts the rows come out as decided for now; the history has it right.
  # An answer without a header is none: gearman ends with 0 where it finds no server.
  split -l $batch --filter="{ echo \"\$header\"; cat; } | $gearman -f pos-$name >\"\$scored\" && [ -s \"\$scored\" ] &&
    if [ \$FILE = xaa ]; then cat \"\$scored\"; else sed 1d \"\$scored\"; fi"
  ;;
work)
  # Where the server is gone gearman asks for it as fast as it can: this ends it, to be started again.
  tmp=$(mktemp -d)
  mkfifo "$tmp/log"
  $gearman -w -f "pos-$name" -- sh "$0" job "$name" >"$tmp/log" 2>&1 &
  worker=$!
  trap 'kill "$worker" 2>/dev/null || :; rm -rf "$tmp"' EXIT
  trap 'exit 143' TERM
  trap 'exit 130' INT
  while read -r line; do
    printf '%s\n' "$line" >&2
    case $line in "gearman: "*COULD_NOT_CONNECT*) exit 69 ;; esac
  done <"$tmp/log"
  ;;
job)
  tmp=$(mktemp -d)
  trap 'rm -rf "$tmp"' EXIT
  cat >"$tmp/job"
  exec 9>"$state/$name.lock"
  flock 9   # a worker that was taken for dead may be at it still
  # The last row of before comes first, so that what has no row between the two is silence. It changes nothing, and does
  # not go back, unless the job has it, too: one that is done again.
  last=$(cat "$state/$name.last" 2>/dev/null || :)
  { sed 1q "$tmp/job"; echo "$last"; sed 1d "$tmp/job"; } | awk '$0 != "" && !seen[$0]++' >"$tmp/rows.csv"
  pos-score -q --on-error skip --rejects "$tmp/bad" -m "$models/$name.model" -b "$state/$name.db" \
    "$tmp/rows.csv" >"$tmp/scored.csv"
  ! grep -qxF -e "$last" "$tmp/job" || last=
  awk -v last="$last," 'last == "," || index($0, last) != 1' "$tmp/scored.csv"
  last=$(sed 1d "$tmp/rows.csv" | grep -vxFf "$tmp/bad" | tail -n 1)
  echo "$last" >"$state/$name.last"
  # What cannot be told now stays queued, and goes next time.
  pos-alert -q -b "$state/$name.db" --exec "$gearman -b -f pos-alerts" >&2 </dev/null || :
  ;;
*) echo "$usage" >&2; exit 64 ;;
esac
