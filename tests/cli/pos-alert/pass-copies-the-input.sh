cp data/denied-incident.csv day.csv
pos-alert --pass --replay -b pos.db --maildir box < day.csv > passed.csv
cmp day.csv passed.csv
find box/new -type f | wc -l
