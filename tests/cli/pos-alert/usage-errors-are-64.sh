pos-alert -q --maildir box < /dev/null  # makes the database
while read -r line; do
  eval "pos-alert $line < /dev/null" && status=0 || status=$?
  echo "$status $line"
done <<'END'
--nonsense
--to ops
--to "ops@example.com"
--to ops@example.com --smtp smtp://localhost
--smtp http://localhost
--user ops --smtp smtp://localhost
--password-file p
--user ops --password-file p --password-command c
--user ops --password-file p --smtp smtp+plain://localhost
--user ops --token-command c --smtp smtp+plain://localhost
--token-command c
--user ops --token-command c --password-file p
--repeat 4h,1h
--repeat ''
--resolve-after 0s
--max-per-hour 0
--min-severity none
--group-by a,,b
--format text
--timeout 0
--exec ''
list data/denied-incident.csv
silence -n --for 1h --comment x
ack
ack x
ack 5
ack 5 --verdict maybe
silence
silence --for 2h
silence --for 0s --comment x
unsilence 3
test
END
