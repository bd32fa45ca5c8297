pos-report -b nowhere.db
