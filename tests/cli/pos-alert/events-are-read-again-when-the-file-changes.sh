# A deployment that is written down while pos-alert reads on is told; a file that turns bad is told once, and what it had
# stays.
. tests/cli/wait-until
mkfifo rows
echo 'from,to,name' > events.csv
pos-alert --replay -b a.db --exec 'cat >> told; echo >> told' --resolve-after 2m --events events.csv rows > /dev/null 2> errors &
exec 3> rows
row() { echo "2026-03-09 $1,$2,5,$3,$4," >&3; }
echo time,status,count,expected,severity,final_decision,reason >&3
incident() { # HH
  for m in 02 03 04; do echo "2026-03-09 $1:$m,denied,40,5,critical,Alert,above" >&3; done
  for m in 10 11 12 13 14 15 16 17 18 19 20; do echo "2026-03-09 $1:$m,approved,40,40,,Approve," >&3; done
}
told() { [ "$(grep -c "\"event\":\"$1\"" told 2> /dev/null)" = "$2" ]; }
incident 10
wait_until 'told resolved 1'
echo '2026-03-09 11:00,,deploy 4.2' >> events.csv
incident 11
wait_until 'told resolved 2'
echo 'soon,,x' >> events.csv
incident 12
exec 3>&-
wait
jq -c '[.event, .first, .events[0].words]' told
cat errors
