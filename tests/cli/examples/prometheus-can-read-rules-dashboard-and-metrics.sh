# needs: command -v curl && command -v promtool
. tests/cli/pos-serve/server
model
serve
post text/csv @examples/data/day.csv > answer
promtool check rules examples/prometheus-rules.yml
curl -s "${url}metrics" | promtool check metrics
# What the dashboard asks for, as rules.
{
  printf 'groups:\n- name: dashboard\n  rules:\n'
  jq -c '.. | .expr? // empty | gsub("\\$__rate_interval"; "5m")' examples/grafana-dashboard.json | sed '=' |
    sed 'N; s/\(.*\)\n\(.*\)/  - {record: x\1, expr: \2}/'
} > dashboard.yml
promtool check rules dashboard.yml
