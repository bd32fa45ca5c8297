sed '3s/,2,/,two,/' data/denied-incident.csv | pos-alert --replay -n --rejects bad | cut -d, -f3
cat bad
