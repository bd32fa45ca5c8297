# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server --mode reject=ops@example.com
alert --to night@example.com --replay data/denied-incident.csv > done.csv 2> errors || echo "status $?"
cut -d, -f2-5 done.csv
hide_ids < errors
alert --to night@example.com flush
grep accepted box/log
