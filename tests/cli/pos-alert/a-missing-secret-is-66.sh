# The message waits for its file.
head -14 data/denied-incident.csv > opening.csv
pos-alert -b pos.db --replay --webhook-file hook opening.csv > done.csv 2> errors || echo "status $?"
sed "s|$PWD|.|g" errors
cut -d, -f3 done.csv
