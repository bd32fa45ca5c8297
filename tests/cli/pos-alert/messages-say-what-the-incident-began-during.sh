# Mail, JSON, and templates of both; of a digest nothing is said. Without events no word of it.
{
  echo time,status,count,expected,severity,final_decision,reason
  for minute in 02 03 04 05; do echo "2026-03-09 10:$minute,denied,40,5,critical,Alert,above: 40 in 1 min"; done
} > in.csv
cat > events.csv <<'EOF'
from,to,name,kind,repeat
2026-03-09,,promotion <X>,promotion,
2026-03-09 10:00,,deploy 4.2,deploy,
2025-03-10 09:30,2025-03-10 09:40,backup,,weekly
EOF
printf 'Subject: {{status}}{{#during}} ({{during}}){{/during}}\n{{during}}\n' > words.txt
alert() {
  rm -rf box told a.db
  pos-alert -q --replay -b a.db --maildir box --exec 'cat >> told' "$@" in.csv > /dev/null
}
alert --events events.csv
jq -c .events told
python3 tests/mail/show-mail box/new/* | grep -E 'deploy|^defect'
alert --events events.csv --template words.txt
python3 tests/mail/show-mail box/new/* | grep ^Subject
POS_EVENTS=events.csv alert --template words.txt --lang pt
python3 tests/mail/show-mail box/new/* | grep ^Subject
alert --template words.txt
python3 tests/mail/show-mail box/new/* | grep ^Subject; jq -c 'has("events")' told
echo 'from,to,name' > events.csv; echo '2026-03-09,,' >> events.csv
pos-alert -n --replay --events events.csv in.csv || echo "$?"
pos-alert -n --replay --events nope.csv in.csv || echo "$?"
