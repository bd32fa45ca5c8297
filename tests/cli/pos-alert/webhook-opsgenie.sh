# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service opsgenie \
  'http://localhost:PORT/v2/alerts' \
  'header Authorization: GenieKey made-up-key'
