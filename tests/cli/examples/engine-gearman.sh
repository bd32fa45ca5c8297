# needs: command -v gearmand && command -v gearman && command -v flock
. tests/cli/engine
streams
GEARMAN_PORT=$(free_port)
export GEARMAN_PORT POS_STATE="$PWD/state" POS_MODELS="$PWD/models"
background server.log gearmand --listen=127.0.0.1 --port="$GEARMAN_PORT" --log-file=stderr
# What gearmand says of its functions, a line each: name, jobs, those that are worked at, workers.
status() { python3 -c 'import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as server:
    server.sendall(b"status\n")
    for line in server.makefile():
        if line == ".\n": break
        print(line, end="")
' "$GEARMAN_PORT"; }
workers() { status | awk -v name="pos-$1" '$1 == name { print $4 }'; }
wait_until 'status >/dev/null 2>&1'
work() { PATH="$PWD/dying:$PATH" background "$1.log" sh examples/engines/gearman.sh work "$1"; }

# A worker dies with all it runs when its batch is stored, and has not answered; the other one gets the job.
kill_score 2 after-all
work north
work north
wait_until '[ "$(workers north)" = 2 ]'
sh examples/engines/gearman.sh feed north <rows/north.csv >scored.csv
echo "north: $(workers north) worker left"
same state/north.db north
head -n 1 scored.csv
awk -F , 'NF >= 10 { $0 = $1 "," $2 "," $3 } { print }' scored.csv | grep -v ',0$' | cmp - rows/north.csv

# A pos-score dies: the job fails, the client says so, and what it sends again changes nothing.
kill_score 2 between
work south
sh examples/engines/gearman.sh feed south <rows/south.csv 2>told >scored.csv || echo "status $?: $(head -n 1 told)"
sh examples/engines/gearman.sh feed south <rows/south.csv >scored.csv
same state/south.db south
sh examples/engines/gearman.sh feed south </dev/null

# Alerts wait for who tells people, no message twice.
waiting=$(status | awk '$1 == "pos-alerts" { print $2 }')
timeout 20 gearman -p "$GEARMAN_PORT" -w -c "$waiting" -f pos-alerts >alerts
[ -s alerts ] && echo "alerts came out"
jq -r .message_id <alerts | sort | uniq -d

# Without a server: a client fails, and a worker ends.
export GEARMAN_PORT=1
sh examples/engines/gearman.sh feed north <rows/north.csv >scored.csv 2>told || echo "client: status $?, $(wc -l <scored.csv) rows"
timeout 20 sh examples/engines/gearman.sh work north 2>told || echo "worker: status $?, $(wc -l <told) line"
