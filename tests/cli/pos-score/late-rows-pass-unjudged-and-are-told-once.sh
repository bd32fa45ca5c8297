# Where it is just after 10:20 the clock confirms some of the rows, and not the others.
case $(date -u +%H) in 09 | 10 | 11) zone=Etc/GMT-6 ;; *) zone=UTC ;; esac
pos-train -q -Z $zone -m m examples/data/history.csv
printf 'time,status,count\n10:00,approved,31\n10:20,approved,30\n10:01,denied,90\n10:02,denied,90\n10:21,approved,30\n' | pos-score -Z $zone -m m | cut -d, -f1-3,6-9
