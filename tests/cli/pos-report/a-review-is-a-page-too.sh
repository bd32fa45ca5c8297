# In either language; it runs nothing, and names from a history are but text.
export SOURCE_DATE_EPOCH=1773108000 USER=ana   # 2026-03-10 02:00 UTC
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-alert -q -b pos.db --replay --maildir box < /dev/null > /dev/null
sqlite3 pos.db 'UPDATE message SET sent_at = (SELECT first + 60 FROM incident WHERE id = incident)'
pos-alert ack 202603091405 -b pos.db --verdict false --comment '<b>promotion</b>'
review() { pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r review "$@"; }
review -f html -o page.html
grep -c '<script' page.html || :
sed -n 's/<style>.*//; /<body>/,$p' page.html | sed 's/pos-tools [0-9].*</pos-tools VERSION</'
echo '== em portugues'
review --lang pt
review --lang pt -f html | sed -n 's/<style>.*//; /<h1>/p; /<main>/,/<h2>/p'
review --lang pt -f csv | head -2
