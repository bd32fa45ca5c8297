# What pos-alert has written into the history stands in each form of the report. (It is sent by the real clock.)
export SOURCE_DATE_EPOCH=1773108000 USER=ana   # 2026-03-10 02:00 UTC
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
echo '== nobody can say'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f csv | sed 's/.*words/words/; 2q'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 | grep -c told || :
echo '== told, taken'
pos-alert -q -b pos.db --replay --maildir box --exec 'cat > /dev/null; : secret' < /dev/null > /dev/null
pos-alert ack 202603092012 -q -b pos.db --verdict true --comment 'acquirer <is> down'
told() { sed 's/\(mailbox\|command\) 20[0-9: -]*[0-9]/\1 TIME/g; s/"told":"20[^"]*"/"told":"TIME"/'; }
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -f text | told | sed -n '2,/^$/p'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f text | told | grep -A3 '20260309[0-9]*12 ' | tail -1
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f ndjson | told | grep 202603092012 | sed 's/.*"told"/"told"/'
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r incidents -f csv | sed 's/.*,told/told/; 1q'
echo '== another stream is not what pos-alert reads'
sqlite3 pos.db "UPDATE alert_cursor SET stream = 'web'"
pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 | grep -c taken || :
echo '== nor is a file that pos-alert does not know'
pos-score -q --no-db -m m examples/data/day.csv | pos-report | grep -c told || :
