# By less than an hour, so that each stamp alone looks like one of today: a lease, a wait, and what a webhook asked for.
head -14 data/denied-incident.csv > opening.csv   # one message
pos-alert -q -b pos.db --replay --exec 'exit 75' opening.csv > /dev/null 2>&1 || echo "status $?"
later() { pos-alert -q -b pos.db --exec 'exit 75' < /dev/null > done.csv 2> errors || echo "status $?"; }
tries() { sqlite3 pos.db "SELECT 'tries: ' || attempts FROM message ORDER BY id LIMIT 1"; }
tries
echo 'A sender of a clock ten minutes ahead died:'
sqlite3 pos.db "UPDATE message SET state = 1, lease_at = strftime('%s') + 635"
later
tries
echo 'A try of that clock was put off:'
sqlite3 pos.db "UPDATE message SET lease_at = strftime('%s') + 635, next_at = strftime('%s') + 1200"
later
tries
echo 'A webhook wanted a day:'
sqlite3 pos.db "UPDATE message SET lease_at = 0, next_at = strftime('%s') + 86400"
later
tries
echo 'What waits by the present clock waits:'
sqlite3 pos.db "UPDATE message SET lease_at = strftime('%s') + 20, next_at = strftime('%s') + 300"
later
tries
