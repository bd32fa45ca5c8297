# needs: command -v prometheus-alertmanager && command -v curl && command -v jq
# The real Alertmanager: an alert lasts while it is sent again, is there again where it was forgotten, and ends at once.
. tests/cli/pos-alert/alertmanager
alertmanager
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
pos-train -q -m m examples/data/history.csv
mkfifo pipe
pos-score -q -m m -b pos.db pipe > /dev/null & pos_score=$!
exec 3> pipe
wait_until '[ -s pos.db ]'
trap 'kill $alertmanager $pos_alert $pos_score 2> /dev/null || :' EXIT
follow() { pos-alert -q -b pos.db --follow --replay --alertmanager-file am.url >> events 3>&- & pos_alert=$!; }
feed() { awk -F, -v from="2026-03-09 $1" -v to="2026-03-09 $2" 'NR > 1 && $1 >= from && $1 < to' examples/data/day.csv >&3; }
ends() { alerts '.[].endsAt'; }
follow
head -1 examples/data/day.csv >&3
feed 00:00 10:25
wait_until '[ -n "$(alerts)" ]'
alerts
first=$(ends)
echo 'Alertmanager is started anew, and has forgotten it:'
end_alertmanager
alertmanager "$port"
alerts
wait_until '[ -n "$(alerts)" ]'
alerts
ends | awk -v first="$first" '{ print ($0 > first) ? "it lasts longer" : "it ends at " $0 }'
echo 'Both are:'
kill "$pos_alert"
{ wait "$pos_alert" || echo "status $?"; } 2> /dev/null
end_alertmanager
alertmanager "$port"
follow
wait_until '[ -n "$(alerts)" ]'
alerts
echo 'It is over:'
feed 10:25 11:00
wait_until '[ -z "$(alerts)" ]'
grep -c resolved events
kill "$pos_alert"
exec 3>&-
wait "$pos_score"
