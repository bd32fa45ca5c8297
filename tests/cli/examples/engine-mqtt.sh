# needs: command -v mosquitto && command -v mosquitto_pub && command -v flock
. tests/cli/engine
streams
MQTT_PORT=$(free_port)
export MQTT_PORT POS_STATE="$PWD/state" POS_MODELS="$PWD/models"
printf 'listener %s 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n' "$MQTT_PORT" >mosquitto.conf
background broker.log mosquitto -v -c "$PWD/mosquitto.conf"
wait_until 'mosquitto_pub -p $MQTT_PORT -t hello -n 2>/dev/null'
background alerts mosquitto_sub -p "$MQTT_PORT" -i listener -q 2 -t 'pos/alerts/+' -F '%t %p'
wait_until 'grep -q "SUBACK to listener" broker.log'
work() {
  name=$1
  PATH="$PWD/known:$PATH" background "$name.log" sh examples/engines/mqtt.sh work "$name"
  wait_until 'grep -q "SUBACK to pos-$name" broker.log'
}
part() { { sed 1q "rows/$1.csv"; sed -n "$2p" "rows/$1.csv"; } | sh examples/engines/mqtt.sh feed "$1"; }
came() { [ "$(wc -l <"state/$name.csv")" = "$1" ]; }
gone() { ! kill -0 "$pid" 2>/dev/null; }
mkdir known
printf '#!/bin/sh\necho $$ >"%s/score.pid"\nexec "%s" "$@"\n' "$PWD" "$(command -v pos-score)" >known/pos-score
chmod +x known/pos-score

# pos-score is killed in the middle; the worker ends, so that it is started again. Rows come on meanwhile.
work north
part north 2,1000
wait_until '[ "$(rows_told state/north.db)" -gt 100 ]'
kill -9 "$(cat score.pid)"
wait_until gone
grep mqtt.sh north.log
part north 1001,1500
work north
part north 1501,1700
wait_until 'came 1700'
# All of it is killed, as when the power goes. Then it is stopped, and all that came is stored.
kill -s KILL -- "-$pid"
wait_until gone
part north 1701,1900
work north
part north 1901,2000
wait_until 'came 2000'
kill "$pid"
wait "$pid" && echo "stopped"
same state/north.db north

work south
part south 2,2000
wait_until 'came 2000'
kill "$pid"
wait "$pid"
same state/south.db south

# Alerts: what one stream tells of its incidents, no message twice.
wait_until 'grep -q "^pos/alerts/north" alerts && grep -q "^pos/alerts/south" alerts'
grep -o "^pos[^ ]*" alerts | sort -u
cut -d ' ' -f 2- alerts | jq -r .message_id | sort | uniq -d
