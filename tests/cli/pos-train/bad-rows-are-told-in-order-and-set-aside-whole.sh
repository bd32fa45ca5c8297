printf 'time,status,count\n14:00,approved\n14:01,"approved,1\n14:02,approved,x\n' > bad.csv
pos-train -m m --rejects rejects.csv bad.csv || echo status $?
cat rejects.csv
