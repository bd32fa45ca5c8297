pos-alert --pass --replay -b pos.db < data/denied-incident.csv | head -1
