# needs: /usr/bin/python3 -c 'import aiosmtpd'
tests/kill-alerts "$(dirname "$(command -v pos-serve)")" 12 serve 2> /dev/null
