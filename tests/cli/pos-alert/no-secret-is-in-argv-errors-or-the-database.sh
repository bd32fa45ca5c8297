# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
mail_server --mode badauth
(umask 077 && echo "http://localhost:9/hunter2-not-told" > hook)
alert --webhook-file hook --exec 'tr "\\0" " " < /proc/$PPID/cmdline > argv; env > env' --replay data/denied-incident.csv > out 2> errors || echo "status $?"
grep -c pos-alert argv
cat argv env out errors pos.db* | grep -c hunter2 || echo no secret
hide_ids < errors | sort
chmod 644 password hook
alert --webhook-file hook flush > /dev/null 2> errors || echo "status $?"
hide_ids < errors | sort -u
