# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service discord \
  'http://localhost:PORT/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-MadE'
