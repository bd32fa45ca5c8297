# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service ntfy \
  'http://localhost:PORT/' \
  'bearer tk_made_up' \
  'secret topic pos-made-up'
