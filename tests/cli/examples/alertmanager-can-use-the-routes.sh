# needs: command -v amtool
amtool check-config examples/alertmanager.yml
route() { echo "$*: $(amtool config routes test --config.file=examples/alertmanager.yml "$@" 2> /dev/null)"; }
route alertname=PosIncident severity=critical status=denied
route alertname=PosIncident severity=warning status=denied key=merchant=m17 merchant=m17
route alertname=PosAlertTest severity=none
