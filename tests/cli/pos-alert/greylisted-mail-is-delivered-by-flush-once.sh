# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server --mode greylist
alert --replay data/denied-incident.csv > queued 2> errors || echo "status $?"
cut -d, -f2-5 queued
hide_ids < errors
alert list | grep -v 2026 | hide_ids
alert flush | cut -d, -f2-5
alert flush
ids | wc -l
ids | uniq -d
