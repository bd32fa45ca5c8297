# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service google-chat \
  'http://localhost:PORT/v1/spaces/AAAAmadeup/messages?key=made-up-key&token=made-up-token'
