# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service whatsapp \
  'http://localhost:PORT/v21.0/106540352242922/messages' \
  'bearer EAAmade-up' \
  'secret to 5511900000000' \
  'secret template pos_alert' \
  'secret language pt_BR'
