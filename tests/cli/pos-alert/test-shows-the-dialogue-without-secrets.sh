# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server
alert --maildir inbox test 2> dialogue | cut -d, -f2-5 | hide_ids
grep -c '^pos-alert: mail [<>] ' dialogue | awk '{ print ($1 > 10) ? "a dialogue" : "no dialogue" }'
grep -F -e hunter2 -e "$(printf '\\0ops\\0hunter2-not-told' | base64)" dialogue || echo no secret
grep -h '^Subject:' box/mail/* | sed 's/on [^ ]*/on HOST/'
test ! -e pos.db
