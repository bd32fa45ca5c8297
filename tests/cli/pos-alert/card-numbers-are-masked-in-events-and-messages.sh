{
  echo 'time,status,count,expected,severity,final_decision,reason'
  for minute in 00 01 02 03; do
    echo "2026-03-09 10:$minute,denied 7 4111111111111111,5,1,critical,Alert,4111-1111-1111-1111"
  done
  echo '2026-03-09 10:00,x 5555 5555 5555 4444,z,1,critical,Alert,'
} > in.csv
pos-alert --replay --db alerts.db --exec 'cat >> told' --rejects rejects.csv in.csv \
  > events 2> errors || echo status $?
cut -d, -f3,7 events | sort | uniq -c | sed 's/^ *//'
jq -r .status told | uniq
pos-alert list --db alerts.db --all > listed
cat alerts.db* > stored
grep -laE '4111111111111111|4111-1111-1111-1111|5555 ?5555 ?5555 ?4444' \
  told events errors listed stored rejects.csv || echo none
