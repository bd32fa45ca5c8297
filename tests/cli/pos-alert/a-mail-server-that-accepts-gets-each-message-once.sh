# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server
alert --replay data/denied-incident.csv | hide_ids
alert --replay data/denied-incident.csv
alert flush
sort box/log | uniq -c | sed 's/^ *//' | grep -v ehlo
ids | uniq -d
