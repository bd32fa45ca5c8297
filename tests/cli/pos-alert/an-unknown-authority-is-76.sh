# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server
alert --cacert ca/other-ca.pem --replay data/denied-incident.csv > /dev/null 2> errors || echo "status $?"
hide_ids < errors
grep -c auth box/log || :
alert flush > /dev/null
ids | uniq | wc -l
