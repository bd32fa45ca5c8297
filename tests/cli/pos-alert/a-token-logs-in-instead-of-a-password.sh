# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl
# The command prints the token of its server; what is offered decides how it logs in, and nothing tells the token.
. tests/cli/wait-until
tests/mail/make-ca ca
umask 077
serve() {
  rm -rf box
  /usr/bin/python3 tests/mail/server --ca ca "$@" box &
  server=$!
  wait_until '[ -s box/port ]'
}
server=
trap 'kill $server 2> /dev/null || :' EXIT
end() { kill "$server"; wait "$server" 2> /dev/null || :; }
send() {
  status=0
  pos-alert -b pos.db --smtp "smtp://localhost:$(cat box/port)" --user pos@example.com --cacert ca/ca.pem --from pos@example.com \
    --to ops@example.com --timeout 10s "$@" > done.csv 2>> dialogue || status=$?
  echo "status $status: $(cut -d, -f3 done.csv | tail -1)"
}
tell() {
  sed "s|localhost:[0-9]*|localhost:PORT|g" dialogue
  cat dialogue done.csv pos.db* >> all 2> /dev/null || :
  rm dialogue
}
token=ya29.Ab-cd_EFGH0123456789
echo $token > token
# The second line is of no interest, as oama and others print one.
command='cat token; echo expires in 3599 s'
head -14 data/denied-incident.csv > opening.csv   # one message

for mechanisms in OAUTHBEARER,XOAUTH2 XOAUTH2,CRAM-MD5,PLAIN,LOGIN OAUTHBEARER,LOGIN; do
  echo "$mechanisms:"
  serve --token pos@example.com:token --mechanisms "$mechanisms"
  send test --token-command "$command"
  grep -c '^pos-alert: mail [<>] ' dialogue | awk '{ print ($1 > 10) ? "a dialogue" : "no dialogue" }'
  cat dialogue >> all
  rm dialogue
  grep -E '^(token|accepted)' box/log
  end
done

echo 'Only passwords are taken:'
serve --token pos@example.com:token --mechanisms PLAIN,LOGIN
send test -q --token-command "$command"
tell
end

for mechanism in XOAUTH2 OAUTHBEARER; do
  echo "Expired, $mechanism, and the next try runs the command anew:"
  serve --token pos@example.com:token --mechanisms $mechanism
  rm -f pos.db
  echo old-0123456789 > expired
  send --token-command 'cat expired' --replay opening.csv
  tell
  send --token-command 'cat expired' flush
  cp token expired
  send --token-command 'cat expired' flush
  cut -d' ' -f1,2,4 box/log | grep token
  rm dialogue
  end
done

echo 'A server that quotes it:'
serve --token pos@example.com:token --mode echoauth
send test --token-command "$command"
grep -v '^pos-alert: mail [*]' dialogue | grep -A1 'AUTH \*' | sed "s|localhost:[0-9]*|localhost:PORT|g"
grep 535 dialogue | tail -1 | sed "s|localhost:[0-9]*|localhost:PORT|g"
cat dialogue >> all
rm dialogue
end

echo 'Commands that give none:'
serve --token pos@example.com:token
for bad in 'exit 3' 'echo no network >&2; exit 75' ':' 'echo "{\"access_token\": \"$(cat token)\"}"' 'echo Bearer "$(cat token)"' 'echo; cat token' 'yes'; do
  rm -f pos.db
  send --token-command "$bad" --replay opening.csv
  tell
done
rm -f pos.db
send --timeout 1s --token-command 'sleep 20' --replay opening.csv
tell

echo "told: $(grep -c -a -e "$token" -e "$(printf %s "$token" | base64 | cut -c1-24)" -e old-0123456789 all)"
grep -q 0123456789 token && echo 'and that would be seen'
