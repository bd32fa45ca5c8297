# The input's own bytes go through to standard output; all else is masked. A status that falls silent is made up from
# what the monitor knows.
pos-train -q -m m examples/data/history.csv
{
  echo 'time,status,count,note'
  echo '2026-03-09 00:00,denied 7 4111111111111111,1,a'
  echo '2026-03-09 00:00,denied,1,4111111111111111'
  echo '2026-03-09 00:00,x4111-1111-1111-1111,y 4111111111111111,b'
  echo '1772409600000,denied,,5555555555554444'
  echo '1772409600018,denied,,the time stays whole'
  echo '2026-03-09 00:01,approved,1,c'
} > in.csv
pos-score -m m -b pos.db --explain --rejects rejects.csv in.csv > out.csv || echo status $?
grep -c 4111111111111111 out.csv
cat rejects.csv
pos-report -b pos.db --sql 'SELECT DISTINCT status FROM transactions ORDER BY 1' -f csv
cat pos.db* | grep -ac 4111111111111111 || :
