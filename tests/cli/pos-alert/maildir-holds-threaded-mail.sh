pos-alert --replay -b pos.db --maildir box --from 'POS <pos@example.com>' data/denied-incident.csv |
  cut -d, -f2-7 | sed "s|$PWD|.|"
for mail in box/new/*; do
  tr -d '\r' < "$mail" | awk -F': ' '/^X-Pos-Event:/ { e = $2 } /^Message-ID:/ { m = $2 } /^References:/ { r = $2; on = 1; next }
    on && /^ / { r = r $0; next } { on = 0 } /^$/ { print e, m, r; exit }'
done > headers
opening=$(awk '$1 == "opened" { print $2 }' headers)
update=$(awk '$1 == "updated" { print $2 }' headers)
sed -e "s/$opening/OPENING/g" -e "s/$update/UPDATE/g" -e 's/<[^>]*>/ITSELF/' headers | sort
grep -h '^Subject:' box/new/* | sort
