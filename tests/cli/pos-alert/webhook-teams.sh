# needs: command -v /usr/bin/python3
. tests/cli/pos-alert/webhook-service
service teams \
  'http://localhost:PORT/workflows/0123456789abcdef0123456789abcdef/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers&sv=1.0&sig=made-up'
