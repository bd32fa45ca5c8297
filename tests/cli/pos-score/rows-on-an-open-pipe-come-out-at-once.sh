. tests/cli/wait-until
mkfifo pipe
pos-score -p forest -m data/by-hand.model < pipe > out.csv & pid=$!
exec 3> pipe
echo time,status,count >&3
for minute in 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19; do echo "14:$minute,approved,31" >&3; done
wait_until 'test "$(cat out.csv 2>/dev/null | wc -l)" = 21'
wc -l < out.csv
exec 3>&-
wait $pid
