# needs: command -v redis-server && command -v redis-cli && command -v flock
. tests/cli/engine
streams
REDIS_PORT=$(free_port)
export REDIS_PORT POS_STATE="$PWD/state" POS_MODELS="$PWD/models" POS_NOW='' POS_WAIT=200
background redis.log redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --save '' --appendonly no --dir "$PWD"
redis="redis-cli -p $REDIS_PORT"
wait_until '[ "$($redis PING 2>/dev/null)" = PONG ]'
work() { PATH="$PWD/dying:$PATH" background "$1.log" sh examples/engines/redis.sh work "$1"; }
pending() { $redis XPENDING "pos:rows:$1" pos | head -n 1; }
done_with() { [ "$($redis --json XINFO GROUPS "pos:rows:$1" | jq -c '[.[0] | .lag, .pending]')" = '[0,0]' ]; }

for name in north south; do sh examples/engines/redis.sh feed $name <rows/$name.csv; done
head -n 1500 rows/west.csv | sh examples/engines/redis.sh feed west

# The worker of north dies when its second batch is stored and not acknowledged; that of south loses its pos-score.
kill_score 2 after
work north
wait_until '! kill -0 "$pid" 2>/dev/null'
echo "north: $(pending north) rows not acknowledged"
kill_score 2 between
work south
wait_until '! kill -0 "$pid" 2>/dev/null'
echo "south: $(pending south) rows not acknowledged"
rm -r dying
work north
work south
# That of west dies while it waits; another one stands by.
work west
first=$pid
wait_until 'done_with west'
work west
kill -9 "$first"
{ sed -n 1p rows/west.csv; tail -n +1501 rows/west.csv; } | sh examples/engines/redis.sh feed west
for name in north south west; do
  wait_until 'done_with $name'
  same state/$name.db $name
done
# Alerts: what one stream tells of its incidents, no message twice.
$redis --json XRANGE pos:alerts - + | jq -r '.[][1][1] | fromjson | "\(.event) \(.message_id)"' >alerts
sort alerts | uniq -d
grep -cE '^(opened|digest) ' alerts >told && echo "alerts came out"
for name in a/b ..; do sh examples/engines/redis.sh work "$name" 2>&1 || echo $?; done
# What cannot be fed is told by the status: the key is of something else; Redis is not there.
$redis SET pos:rows:other 1 >/dev/null
sh examples/engines/redis.sh feed other <rows/north.csv 2>/dev/null || echo "status $?"
REDIS_PORT=1 sh examples/engines/redis.sh feed north <rows/north.csv 2>/dev/null || echo "status $?"
