pos-train -m m nowhere.csv
