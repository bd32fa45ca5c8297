# needs: nats-server --version
# Acknowledged after its output: a worker that is killed in the middle of a message loses nothing and gives nothing
# twice, with a history, with a state that moves, and with rows that are judged alone.
. tests/cli/nats-server-here
nats_here
nats() { python3 examples/engines/nats.py "$@"; }
pos-train -q --trees 5 -m m examples/data/history.csv
sed '/ 02:00/,$d' examples/data/day.csv > rows
table() { sqlite3 "$1" 'SELECT time, name, count, score, expected, surprise, severity, decision, open, reason, row_hash FROM scored JOIN status ON status.id = scored.status ORDER BY time, name, scored.id; SELECT monitor FROM model'; }
for partition in history state forest; do nats publish $partition 60 < rows; done
# The first time each is killed with its worker: before its rows are stored, and behind that.
cat > killed-once << 'END'
#!/bin/sh
# killed-once WHEN COMMAND...
when=$1
shift
[ "$when" != before ] || [ -e "killed-$when" ] || { touch "killed-$when"; kill -9 "$PPID"; exit 1; }
"$@" || exit
[ "$when" != after ] || [ -e "killed-$when" ] || { touch "killed-$when"; kill -9 "$PPID"; exit 1; }
END
chmod +x killed-once
work() { nats work --until-empty --ack-wait 1 "$@" 2> err || echo "exit $?"; }
for when in before after again; do work --overlap history -- ./killed-once $when pos-score -q -m m -b {}.db; done
pos-score -q -m m -b one.db rows > one.csv
table one.db > one.txt
table history.db | cmp - one.txt && echo 'the history of one run'
rm killed-before killed-after
for when in before after again; do
  work --bucket states state -- ./killed-once $when pos-score -q -m m --no-header-out --state '{state}'
done
pos-score -q -m m --no-header-out --state s rows > state.csv
nats read scored.state | cmp - state.csv && echo 'the output of one run'
rm killed-before killed-after
for when in before after again; do work forest -- ./killed-once $when pos-score -q -m m --no-header-out -p forest; done
pos-score -q -m m --no-header-out -p forest rows > forest.csv
nats read scored.forest | cmp - forest.csv && echo 'the forest too'
