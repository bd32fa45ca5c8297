# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
. tests/cli/pos-alert/mail-server
head -14 data/denied-incident.csv > opening.csv   # one message
try() {
  mail_server "$@"
  shift "$#"
  alert --timeout 2s --replay opening.csv > /dev/null 2> errors || echo "status $?"
  hide_ids < errors
  kill "$server"
  wait "$server" 2> /dev/null || :
  rm -r box
  mail_server
  alert flush > /dev/null || echo "status $?"
  ids | wc -l
  kill "$server"
  wait "$server" 2> /dev/null || :
  rm -r box pos.db
}
for mode in drop drop-after silent nostarttls otherhost badauth full greeting; do
  echo "$mode:"
  try --mode "$mode"
done 2> /dev/null
