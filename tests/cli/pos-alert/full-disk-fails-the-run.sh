pos-alert --replay -n data/denied-incident.csv > /dev/full
