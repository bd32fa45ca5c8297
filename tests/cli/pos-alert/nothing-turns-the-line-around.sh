# U+202E in a status: shown as what it is in the subject of a mail, in the table of list, and in errors.
turn=$(printf '\342\200\256')
sed "s/denied/de${turn}nied/" data/denied-incident.csv > turned.csv
pos-alert --replay -b pos.db --maildir box turned.csv > /dev/null
/usr/bin/python3 - box/new/* <<'END'
import email, email.policy, sys
mails = [email.message_from_binary_file(open(name, "rb"), policy=email.policy.default) for name in sys.argv[1:]]
for mail in sorted(mails, key=lambda mail: mail["Subject"]):
    text = "".join(mail.as_string()) + mail.get_body(("plain",)).get_content() + mail.get_body(("html",)).get_content()
    print(mail["Subject"], "\u202e" in text)
END
pos-alert list -b pos.db --all | grep -c "$turn" || :
pos-alert --group-by "de${turn}nied,," < /dev/null 2> errors || echo "status $?"
cat errors
