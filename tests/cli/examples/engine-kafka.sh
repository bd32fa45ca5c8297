# needs: command -v kcat && command -v flock
. tests/cli/engine
streams
# librdkafka has a cluster of its own for tests, in the process that asks for it; it lives as long as that.
background mock.log kcat -C -u -b none -X test.mock.num.brokers=1 -t nothing
wait_until 'grep -q "replaced with" mock.log'
KAFKA_BROKERS=$(sed -n 's/.*replaced with //p' mock.log)
export KAFKA_BROKERS POS_STATE="$PWD/state" POS_MODELS="$PWD/models" POS_NOW=''
work() { PATH="$PWD/dying:$PATH" background "$1.log" sh examples/engines/kafka.sh work "$1"; }

for name in north south west; do sh examples/engines/kafka.sh feed $name <rows/$name.csv; done
kcat -q -b "$KAFKA_BROKERS" -C -t pos-rows -o beginning -e -f '%k is in partition %p\n' | sort | uniq -c | sed 's/^ *//'

# The worker of two keys dies when its second batch is stored, before it says how far it is; the other's pos-score dies.
kill_score 2 after
work 2
wait_until '! kill -0 "$pid" 2>/dev/null'
echo "partition 2: offset $(cat state/p2/offset)"
kill_score 2 between
work 0
wait_until '! kill -0 "$pid" 2>/dev/null'
echo "partition 0: offset $(cat state/p0/offset)"
rm -r dying
work 2
work 0
wait_until '[ "$(cat state/p2/offset)" = 3998 ] && [ "$(cat state/p0/offset)" = 1999 ]'
same state/p2/north.db north
same state/p0/south.db south
same state/p2/west.db west

# A key that is no name is passed over, told; a row that is none, too.
echo x | kcat -q -b "$KAFKA_BROKERS" -P -t pos-rows -p 2 -k ../x
echo 'no row' | kcat -q -b "$KAFKA_BROKERS" -P -t pos-rows -p 2 -k north
wait_until '[ "$(cat state/p2/offset)" = 4000 ]'
sed -n 's/^kafka.sh:/&/p; s|^pos-score: .*/|pos-score: |p' 2.log
same state/p2/north.db north

# Alerts: what one stream tells of its incidents, no message twice.
kcat -q -b "$KAFKA_BROKERS" -C -t pos-alerts -o beginning -e -f '%k %s\n' >alerts
cut -d ' ' -f 1 alerts | sort -u
cut -d ' ' -f 2- alerts | jq -r .message_id | sort | uniq -d
