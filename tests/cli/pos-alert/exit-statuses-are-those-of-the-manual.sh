# needs: command -v /usr/bin/python3
. tests/cli/exit-statuses
. tests/cli/wait-until
head -14 data/denied-incident.csv > opening.csv   # one message
/usr/bin/python3 tests/mail/webhook-server --status 301 moved &
server=$!
trap 'kill "$server"' EXIT
wait_until '[ -s moved/port ]'
(umask 077 && echo "http://localhost:$(cat moved/port)/hook" > hook)
cp hook open && chmod 644 open
echo 'nonsense = 1' > wrong.toml
pos-alert -q -b old.db --replay --exec 'exit 3' opening.csv > /dev/null 2>&1 || :
sqlite3 old.db "UPDATE message SET created_at = strftime('%s') - 3 * 86400 - 1"
{
  status 0 pos-alert -q -b new.db --replay --exec true opening.csv
  status 1 pos-alert -q -e -b new.db --replay --exec true opening.csv
  status 64 pos-alert --nonsense
  status 65 pos-alert -n examples/data/day.csv
  status 66 pos-alert -n none.csv
  status 69 pos-alert flush -b old.db --exec 'exit 3'
  status 71 few_files pos-alert -q -b pos.db --exec true opening.csv
  status 73 pos-alert -q -b none/pos.db --exec true opening.csv
  status 74 sh -c 'exec pos-alert -n --replay opening.csv > /dev/full'
  status 75 pos-alert -q -b 75.db --replay --exec 'exit 75' opening.csv
  status 76 pos-alert -q -b 76.db --replay --webhook-file hook opening.csv
  status 77 pos-alert -q -b 77.db --replay --webhook-file open opening.csv
  status 78 pos-alert --config wrong.toml opening.csv
  all_of pos-alert.1
} | sed -e "s|localhost:[0-9]*|localhost:PORT|" -e "s|$PWD|.|g"
