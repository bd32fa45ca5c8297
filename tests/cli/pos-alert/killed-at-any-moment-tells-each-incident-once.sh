# needs: /usr/bin/python3 -c 'import aiosmtpd'
# The short form: tests/kill-alerts with 200 times is the long one.
tests/kill-alerts "$(dirname "$(command -v pos-alert)")" 12 follow pipe 2> /dev/null
