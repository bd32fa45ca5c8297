pos-alert --pass --maildir box --replay -b pos.db < data/denied-incident.csv | head -1
