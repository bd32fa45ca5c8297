pos-alert nowhere.csv
