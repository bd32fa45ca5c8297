mkdir english portuguese
cp examples/data/history.csv examples/data/day.csv english
for file in english/*.csv; do sed -f data/to-portuguese.sed "$file" > "portuguese/${file#*/}"; done
tell() {
  pos-train -q -m m history.csv
  pos-score -q -m m day.csv > scored.csv
  pos-alert --replay -n < scored.csv > events.csv
  pos-alert --replay -n -f ndjson < scored.csv > events.ndjson
  pos-alert -q --replay -b alert.db --maildir box < scored.csv > told.csv
  for mail in box/new/*; do   # Subject, and the text without its time of sending
    tr -d '\r' < "$mail" | sed ':a; N; $!b a; s/=\n//g; s/\(Subject: [^\n]*\)\n /\1 /g' | sed -n '/^Subject: /p; /^  What/,/^What to do/p' | sed "s|$PWD|.|g" | tr '\n' '~'
    echo
  done > mails
  pos-alert -b alert.db -f ndjson list --all | grep '"kind":"incident"' > list.ndjson
  pos-alert --replay -n --max-per-hour 1 < scored.csv > storm.csv
}
(cd english && tell)
(cd portuguese && tell)
for file in events.csv events.ndjson mails list.ndjson storm.csv; do
  sed -f data/from-portuguese.sed "portuguese/$file" | sort > translated
  sort "english/$file" | cmp - translated && echo "$file: $(wc -l < "english/$file")"
done
grep -o 'Subject: .*lost' portuguese/mails | cut -d'~' -f1 | sort -u
