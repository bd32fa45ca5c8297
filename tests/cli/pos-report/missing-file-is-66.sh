pos-report nowhere.csv
