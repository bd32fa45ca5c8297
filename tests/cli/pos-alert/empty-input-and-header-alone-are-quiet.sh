pos-alert < /dev/null
head -1 data/denied-incident.csv | pos-alert -
head -1 data/denied-incident.csv | pos-alert --pass
