. tests/cli/wait-until
mkfifo pipe
pos-score -p forest -m data/by-hand.model pipe & pid=$!
wait_until 'ls -l /proc/$pid/fd 2>/dev/null | grep -q /pipe\$'
kill -TERM $pid
{ wait $pid || echo status $?; } 2>/dev/null
