. tests/cli/wait-until
mkfifo pipe
pos-alert -b pos.db --exec 'cat > told' pipe > out & pos_alert=$!
exec 3> pipe
head -13 data/denied-incident.csv >&3
wait_until '[ -s told ]'
jq -r .event told
kill "$pos_alert"
{ wait "$pos_alert" || echo "status $?"; } 2> /dev/null
pos-alert list -b pos.db | head -3 | cut -c1-32
