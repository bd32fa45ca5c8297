# needs: command -v prometheus-alertmanager && command -v curl && command -v jq
# As from cron, to the real Alertmanager: each run says what is so by now, and what is over ends there at once.
. tests/cli/pos-alert/alertmanager
alertmanager
# The rows of the last 40 minutes.
awk -F, -v OFS=, -v base=$(($(date +%s) / 60 * 60 - 2400)) \
  'NR > 1 { split(substr($1, 12), t, ":"); $1 = strftime("%Y-%m-%d %H:%M", base + 60 * t[2], 1) } 1' data/denied-incident.csv > rows.csv
run() {
  head "-$1" rows.csv | pos-alert -q -b pos.db --page https://pos.example.com/ --alertmanager-file am.url > /dev/null || echo "status $?"
}
all() { alerts '.[] | "\(.labels.alertname) \(.labels.severity) \(.labels.status // "of none")"'; }
hide() { sed "s/[0-9-]*[0-9] [0-9][0-9]:[0-9][0-9]/TIME/; s/[0-9][0-9]:[0-9][0-9]/TIME/; s/since=.*/since=.../; s|$PWD/||"; }
echo 'Before it:'
run 10
all
echo 'It begins, and nothing is new then:'
run 14
all
alerts '.[] | .annotations | .summary, .description, .command, .page' | hide
# A quarter of an hour, from that run on.
alerts '.[] | .generatorURL == .annotations.page, (.endsAt | sub("\\..*"; "Z") | fromdate - now | . > 890 and . <= 901)'
ends=$(alerts '.[].endsAt')
wait_until '[ "$(date +%s)" -gt "$(($(date -d "$ends" +%s) - 900))" ]'
run 14
alerts '.[].endsAt' | awk -v before="$ends" '{ print ($0 > before) ? "it lasts longer" : "it ends at " $0 }'
echo 'It turns critical:'
run 17
all
echo 'Somebody takes care of it:'
pos-alert ack -q -b pos.db "$(alerts '.[].labels.incident')" --author ana --comment 'acquirer called'
run 18
alerts '.[] | "\(.labels.severity) \(.annotations.acknowledged)"'
echo 'It is silenced:'
silence=$(pos-alert silence -q -b pos.db --status denied --for 1h --comment tests)
run 18
all
echo 'And no more:'
pos-alert unsilence -q -b pos.db "$silence"
run 18
all
echo 'It is over:'
run 81
all
echo 'A test:'
pos-alert test -q --alertmanager-file am.url | cut -d, -f3,4
all
