# The link leads to the day of the incident, and to its chart; in mail it may be broken over lines.
head -14 data/denied-incident.csv > opening.csv
pos-alert -q -b pos.db --replay --page https://pos.example.com/live --exec 'cat > told.json' --maildir box opening.csv > /dev/null
sed 's/.*"url":"\([^"]*\)".*/\1/' told.json
python3 - box/new/* << 'PYTHON'
import email, email.policy, sys
mail = email.message_from_file(open(sys.argv[1]), policy=email.policy.default)
for kind in ('plain', 'html'):
    text = mail.get_body((kind,)).get_content()
    print(kind, [line for line in text.splitlines() if 'https://' in line])
PYTHON
echo '== in a template of your own'
printf 'Subject: look\n\nat {{#url}}{{url}}{{/url}}\n' > words
pos-alert -q -b own.db --replay --page 'http://[::1]:8080' --template words --maildir own opening.csv > /dev/null
tr -d '\r' < "$(echo own/new/*)" | sed -e ':a' -e '/=$/{N; s/=\n//; ba' -e '}' -e 's/=3D/=/g' | tail -1
echo '== without it there is none'
pos-alert -q -b none.db --replay --exec 'cat > told.json' --maildir none opening.csv > /dev/null
grep -c '"url"' told.json || :
grep -ch 'page' none/new/* || :
echo '== from the configuration, a test leads to the page'
printf '[pos-alert]\npage = "https://pos.example.com"\n' > pos.toml
pos-alert test -q --config pos.toml --exec 'cat > told.json' > /dev/null
sed 's/.*"url":"\([^"]*\)".*/\1/' told.json
echo '== what is no address'
for url in pos.example.com ftp://x/ https:// https://:80/ 'https://ana:secret@x/' 'https://x/?by=a' 'https://x/#a' 'https://x/a b' \
  "$(printf 'https://x/\ny')" 'https://x/é' 'https://x/"'; do
  pos-alert -q -b pos.db --page "$url" opening.csv 2>> errors || echo "status $?"
done
cat errors
