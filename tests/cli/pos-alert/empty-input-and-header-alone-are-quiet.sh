printf "" | pos-alert --maildir box
head -1 data/denied-incident.csv | pos-alert --maildir box -
head -1 data/denied-incident.csv | pos-alert --maildir box --pass
