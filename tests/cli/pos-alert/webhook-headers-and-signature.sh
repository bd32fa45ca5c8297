# needs: command -v /usr/bin/python3 && command -v openssl
# The signature is held against openssl's; nothing secret is told, whatever is wrong with the file.
. tests/cli/pos-alert/web-server
web_server --echo-path
umask 077
cat > hook << END
http://localhost:$port/hook/s3cret-path

# who we are
bearer s3cret-token
header X-Team: s3cret-team
hmac-sha256 X-Signature-256 s3cret key, with blanks
END
pos-alert test --webhook-file hook 2> dialogue | cut -d, -f2-4
sed -n 's/^pos-alert: webhook > \(.*: \*\*\*\)/\1/p' dialogue
grep -c s3cret dialogue || :
sed -n -e 's/\r//' -e '/^\(Authorization\|X-Team\|Content-Type\):/p' box/post/0001.head
sed -n 's/^X-Signature-256: sha256=//p' box/post/0001.head > sent
openssl dgst -sha256 -hmac 's3cret key, with blanks' -r box/post/0001.json | cut -d' ' -f1 | cmp - sent && echo signed
echo '== what is wrong'
for line in s3cret 'header s3cret' 'header Host: s3cret' "header X: s3cret$(printf '\r')X-Other: 1" 'bearer s3cret s3cret' 'hmac-sha256 s3cret'; do
  printf 'https://hooks.example.com/s3cret\n# s3cret\n%s\n' "$line" > bad
  pos-alert test -q --webhook-file bad 2>> errors > /dev/null || echo "status $?"
done
sed "s|$PWD|.|g" errors
