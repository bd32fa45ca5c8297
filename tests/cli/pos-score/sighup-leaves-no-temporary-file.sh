# A terminal that is closed: the rows so far take their place, and the program ends by the signal.
. tests/cli/wait-until
mkfifo in
pos-score -p forest -m data/by-hand.model -o out.csv < in &
exec 3> in
head -n 4 data/ten-minutes.csv >&3
wait_until '[ -n "$(ls .out.csv.* 2> /dev/null)" ]'
kill -HUP $!
{ wait $! && echo 0; } 2>/dev/null || echo "$?"
ls -A
