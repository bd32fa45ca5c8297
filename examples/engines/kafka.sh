#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Kafka (or Redpanda), through kcat: a partition has a worker, a key its own history.
#
#   kafka.sh feed NAME < rows.csv    produces each row with key NAME
#   kafka.sh work PARTITION          the worker of a partition, until it is killed
#
# What it gives    a log that any number of readers go over, as often as they want, and workers by partition.
# Rows in          topic pos-rows: the key names the stream, the value is a row: TIME,STATUS,COUNT.
# Key of a stream  the message's key. Kafka keeps what has one key in one partition and in order, which is what the
#                  monitor needs. Each partition has one worker; more partitions, more workers.
# State            pPARTITION/NAME.db, a history for each key, NAME.last, its last row, and offset, where the next batch
#                  begins. The folder is one: moved to another machine, or back from a backup, it goes on from there.
# A worker dies    the offset is written last. The batch is read again, and rows that the history has change nothing.
#                  Rows that may be equal byte for byte need a column that tells them apart.
# Alerts out       topic pos-alerts: each incident as JSON, with the key of its stream.
set -eu

kcat="kcat -q -b ${KAFKA_BROKERS-127.0.0.1:9092}"   # more settings, such as TLS: the file of KCAT_CONFIG
state=${POS_STATE-/var/lib/pos-tools}
models=${POS_MODELS-$state}                # a model for each key, NAME.model
columns=${POS_COLUMNS-time,status,count}   # of a row
now=${POS_NOW-yes}                         # silence up to now is told; empty for a recording
batch=1000

usage="usage: kafka.sh feed NAME | work PARTITION"
case ${1-} in
feed) sed 1d | $kcat -P -t pos-rows -k "${2:?$usage}"; exit ;;
work) partition=${2:?$usage} ;;
*) echo "$usage" >&2; exit 64 ;;
esac

state=$state/p$partition
mkdir -p "$state"
exec 9>"$state/lock"
flock 9
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

while :; do
  from=$(cat "$state/offset" 2>/dev/null || echo beginning)
  $kcat -C -t pos-rows -p "$partition" -o "$from" -X auto.offset.reset=earliest -c $batch -e -f '%o %k %s\n' >"$tmp/batch"
  # Each key, also one that has no row this time: its silence is judged.
  for last in "$state"/*.last; do [ ! -e "$last" ] || basename "$last" .last; done >"$tmp/known"
  awk '{ print $2 }' "$tmp/batch" | sort -u - "$tmp/known" | while read -r name; do
    case $name in *[!A-Za-z0-9_.-]* | .* | "") echo "kafka.sh: not a name: $name" >&2; continue ;; esac
    # The last row of before comes first, so that what has no row between the two is silence; it changes nothing.
    last=$state/$name.last
    { echo "$columns"; cat "$last" 2>/dev/null || :
      awk -v name="$name" '$2 == name { sub(/^[^ ]* [^ ]* /, ""); print }' "$tmp/batch"; } |
      awk '!seen[$0]++' >"$tmp/$name.csv"
    pos-score -q ${now:+--now} --on-error skip --rejects "$tmp/bad" -m "$models/$name.model" -b "$state/$name.db" \
      "$tmp/$name.csv" >"$tmp/scored"
    # What cannot be told now stays queued, and goes next time.
    pos-alert -q -b "$state/$name.db" --exec "$kcat -P -t pos-alerts -k $name" >&2 </dev/null || :
    sed 1d "$tmp/$name.csv" | grep -vxFf "$tmp/bad" | tail -n 1 >"$last.new" && mv "$last.new" "$last"
  done
  if [ -s "$tmp/batch" ]; then
    awk 'END { print $1 + 1 }' "$tmp/batch" >"$state/offset.new"
    mv "$state/offset.new" "$state/offset"
  else
    sleep 1
  fi
done
