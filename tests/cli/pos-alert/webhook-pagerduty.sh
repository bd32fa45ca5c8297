# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service pagerduty \
  'http://localhost:PORT/v2/enqueue' \
  'secret routing_key R0123456789ABCDEF0123456789MADEU'
