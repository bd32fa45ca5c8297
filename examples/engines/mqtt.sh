#!/bin/sh
# SPDX-License-Identifier: MIT
#
# MQTT: rows come in by a topic, alerts go out by another.
#
#   mqtt.sh feed NAME < rows.csv    publishes each row to pos/rows/NAME
#   mqtt.sh work NAME               its worker, until SIGTERM
#
# What it gives    a way for small devices and shops behind bad lines; the broker keeps rows while the worker is away.
# Rows in          topic pos/rows/NAME, a row a message: TIME,STATUS,COUNT. Quality of service 2: no row twice.
# Key of a stream  NAME, the topic. A stream has one worker, whose client id the broker knows again (-i, -c).
# State            NAME.csv, all rows that came, in order, and NAME.db, a history. Begin the file anew from time to
#                  time: stop the worker, move NAME.csv away, start it. Start it once before rows come: a broker
#                  keeps nothing for clients it has not seen.
# A worker dies    MQTT acknowledges a row when it has come, not when it is judged. So rows go into the file first,
#                  and pos-score reads that, from its beginning where it is started again: rows that the history has
#                  change nothing. What is published while nobody is there waits in the broker; let it keep enough
#                  (mosquitto: max_queued_messages 0, persistence true).
# Alerts out       topic pos/alerts/NAME: each incident as JSON.
set -eu

broker="-h ${MQTT_HOST-127.0.0.1} -p ${MQTT_PORT-1883}"   # user, password and TLS: ~/.config/mosquitto_pub, mosquitto_sub
state=${POS_STATE-/var/lib/pos-tools}
models=${POS_MODELS-$state}                # a model for each stream, NAME.model
columns=${POS_COLUMNS-time,status,count}   # of a row

usage="usage: mqtt.sh feed|work NAME"
name=${2:?$usage}
case $name in *[!A-Za-z0-9_.-]* | .*) echo "mqtt.sh: not a name: $name" >&2; exit 64 ;; esac

# shellcheck disable=SC2086  # words
case $1 in
feed) sed 1d | mosquitto_pub $broker -q 2 -t "pos/rows/$name" -l; exit ;;
work) ;;
*) echo "$usage" >&2; exit 64 ;;
esac

rows=$state/$name.csv
exec 9>"$state/$name.lock"
flock 9
[ -s "$rows" ] || echo "$columns" >"$rows"
# shellcheck disable=SC2086
mosquitto_sub $broker -q 2 -c -i "pos-$name" -t "pos/rows/$name" >>"$rows" &
sub=$!
# tail ends with it, and pos-score with tail: all rows that came are stored.
trap 'kill "$sub" 2>/dev/null || :' EXIT
trap 'stopped=yes; kill "$sub" 2>/dev/null || :' TERM INT
# Live: silence is told while it lasts.
tail --pid=$sub -s 0.2 -n +1 -F "$rows" |
  pos-score -q -m "$models/$name.model" -b "$state/$name.db" |
  pos-alert -q -b "$state/$name.alerts.db" --exec "mosquitto_pub $broker -q 2 -t pos/alerts/$name -s" >&2 &
last=$!
wait $last || wait $last || : # a signal ends the first one only
[ -z "${stopped-}" ] || exit 0
echo "mqtt.sh: $name: the pipe broke, start me again" >&2
exit 75
