# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service telegram \
  'http://localhost:PORT/bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_/sendMessage' \
  'secret chat_id -1001234567890'
