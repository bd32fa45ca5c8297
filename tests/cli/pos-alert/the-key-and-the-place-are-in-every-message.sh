pos-alert --replay -q -b pos.db --exec 'jq -r "\"\(.subject) | \(.key) | \(.where)\"" >> told' --maildir box --from 'POS <pos@example.com>' \
  data/scored-keys.csv > /dev/null
cat told
grep -h '^Subject:' box/new/* | sort
grep -l '^Subject: .*CRITICAL' box/new/* | xargs cat | tr -d '\r' | grep -E '^  (What|Of|Where) |<h2|>Where<'
grep -l '^Subject: .*RESOLVED rev' box/new/* | xargs cat | tr -d '\r' | grep -E '^  (What|Of|Where) '
printf 'Subject: {{key}} in {{where}}\n\n{{#statuses}}\n{{status}} in {{where}}\n{{/statuses}}\n' > words
pos-alert --replay -q -b words.db --template words --maildir own --from 'POS <pos@example.com>' data/scored-keys.csv > /dev/null
grep -hE '^Subject|^denied|^reversed' own/new/* | tr -d '\r' | sort | uniq -c
# What has neither says nothing of it.
pos-alert --replay -q -b without.db --exec 'jq -c "[has(\"key\"), has(\"where\")]" >> without' data/denied-incident.csv |
  head -1
sort -u without
