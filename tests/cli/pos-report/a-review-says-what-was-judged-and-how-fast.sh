# Verdicts of people, times until they knew, and what other budgets would have told: as text, CSV and NDJSON. A verdict is
# changed and taken back; a day is not judged anew by what is said a week later.
export SOURCE_DATE_EPOCH=1773108000 USER=ana   # 2026-03-10 02:00 UTC
review() { pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review "$@"; }
of() { review -f csv | grep "^$1" || :; }
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > scored
echo '== nobody can say'
review
echo '== told after a minute each, one of them never; two taken, one of them before it was told'
pos-alert -q -b pos.db --replay --maildir box < /dev/null > /dev/null
pos-alert list -b pos.db --all -f ndjson | jq -r 'select(.kind == "incident") | "\(.id) \(.state) \(.status) \(.first)"'
sqlite3 pos.db 'UPDATE message SET sent_at = (SELECT first FROM incident WHERE id = incident) + 60 * attempts
  WHERE incident <> 202603091405; UPDATE message SET state = 3, sent_at = NULL WHERE incident = 202603091405'
SOURCE_DATE_EPOCH=$(date -ud '2026-03-09 10:20' +%s) pos-alert ack 202603091017 -b pos.db
SOURCE_DATE_EPOCH=$(date -ud '2026-03-09 20:12:30' +%s) pos-alert ack 202603092012 -b pos.db --verdict true
review
echo '== judged a week later: who took it and when stays'
export SOURCE_DATE_EPOCH=1773700000 USER=bob
pos-alert ack 202603091017 -b pos.db --verdict true --comment 'not an alarm of ours'
pos-alert ack 202603091405 -b pos.db --verdict false
of incidents; of false; of seconds_to_taken
echo '== changed, and taken back'
pos-alert ack 202603091017 -b pos.db --verdict false
of incidents,false; of incidents,true
pos-alert ack 202603091017 -b pos.db --verdict none
pos-alert list -b pos.db --all -f csv | grep "^incident,202603091017" | cut -d, -f2,3,10-12
of incidents,unjudged
pos-alert ack 202603091017 -b pos.db --verdict perhaps || echo "status $?"
echo '== a row for each number'
review -f csv | sed 's/^/  /'
review -f ndjson | sed -n '1p; /as it was/p'
echo '== what the budget in force would have told is what pos-alert tells'
pos-alert -n --replay --maildir box -b none.db < scored | grep -c ,due,
of 'at_budget,0.50'
