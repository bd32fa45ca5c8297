pos-alert -n nowhere.csv
