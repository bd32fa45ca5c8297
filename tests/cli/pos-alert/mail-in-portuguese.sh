# And what it hands to commands as JSON does not change.
pos-alert --replay -b pos.db --lang pt --maildir box --exec 'cat >>portuguese' --from 'POS <pos@example.com>' data/denied-incident.csv >log
pos-alert --replay -b other.db --exec 'cat >>english' data/denied-incident.csv >log
for file in english portuguese; do jq -cS 'del(.message_id, .references, .sent)' <$file >$file.json; done
cmp english.json portuguese.json
python3 - box/new/* <<'PYTHON' | sed "s|$PWD|.|g"
import email, email.policy, sys
for name in sys.argv[1:]:
    mail = email.message_from_file(open(name), policy=email.policy.default)
    if mail['X-Pos-Event'] != 'opened':
        continue
    print(mail['Subject'])
    print(mail.get_body('plain').get_content().rsplit('\n-- ', 1)[0])
PYTHON
