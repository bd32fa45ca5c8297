pos-train -q -m m examples/data/history.csv
printf 'time,status,count\n10:00,approved,31\n10:20,approved,30\n10:01,denied,90\n10:02,denied,90\n10:21,approved,30\n' | pos-score -m m | cut -d, -f1-3,6-9
