year() { awk -v days="$1" 'BEGIN { print "time,status,count"; for (m = 0; m < days * 1440; m += 1) printf "%02d:%02d,approved,%d\n%02d:%02d,denied,%d\n", m / 60 % 24, m % 60, 20 + m % 7, m / 60 % 24, m % 60, m % 3 }'; }
pos-train -q -m m examples/data/history.csv
year 10 > short.csv
year 365 > long.csv
peak-memory --at-most-more 1024 pos-score -m m short.csv -- pos-score -m m long.csv
