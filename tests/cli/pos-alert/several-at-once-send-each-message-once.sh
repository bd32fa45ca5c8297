for i in 1 2 3 4; do
  pos-alert --replay -b pos.db --maildir box data/denied-incident.csv > done.$i 2> errors.$i &
done
wait
cat done.? | cut -d, -f3 | grep -cE '^(opened|updated|resolved)$'
pos-alert -b down.db --replay --exec 'exit 75' data/denied-incident.csv > log 2> errors || echo "status $?"
sqlite3 down.db "UPDATE message SET channel = 'maildir', target = '$PWD/late'"
for i in 1 2 3 4; do pos-alert flush -b down.db > /dev/null 2>&1 & done
wait
sed -n 's/^Message-ID: //p' box/new/* | sort | uniq -c | awk '{ print $1 }' | uniq -c
find late/new -type f | wc -l
