# needs: [ "$(id -u)" = 0 ]
# Who owns a file can change it: the URL that alerts go to, or the password.
head -14 data/denied-incident.csv > opening.csv
(umask 077 && echo http://localhost:1/hook > hook && chown 65534 hook)
pos-alert -b pos.db --replay --webhook-file hook opening.csv > done.csv 2> errors || echo "status $?"
sed "s|$PWD|.|g" errors
cut -d, -f3 done.csv
pos-alert list -b pos.db -f ndjson | jq -r 'select(.kind == "message") | .error' | sed "s|$PWD|.|g"
