{
  echo 'time,status,count,expected,severity,final_decision,reason'
  for minute in 00 01 02 03; do
    echo "2026-03-09 10:$minute,denied 7 4111111111111111,5,1,critical,Alert,above: 4111-1111-1111-1111"
  done
  echo '2026-03-09 10:00,5555 5555 5555 4444,5,x,critical,Alert,'
} > in.csv
for form in text csv ndjson html prom; do
  for part in summary bars series incidents table; do
    case $form in html | prom) set -- ;; *) set -- -r "$part" ;; esac
    pos-report -q -f "$form" "$@" --on-error skip --rejects "rejects.$form" in.csv
  done
done > all 2>&1
cat rejects.* >> all
pos-report -q --on-error skip -f csv -r table --status 'denied 7 4111111111111111' in.csv 2>>all |
  cut -d, -f2 | uniq -c | sed 's/^ *//'
grep -cE '4111111111111111|4111-1111-1111-1111|5555 5555 5555 4444' all || :
pos-report -q --on-error skip -f prom in.csv 2>&1 | grep -m 1 'status="denied'
