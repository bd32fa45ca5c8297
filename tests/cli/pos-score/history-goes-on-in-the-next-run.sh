# Cut between two minutes, in the middle of an incident and in the middle of an outage.
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv > whole.csv
head -n 1 examples/data/day.csv > afternoon.csv
cp afternoon.csv night.csv
grep -E ' (0.|1[0-5]|16:[0-3])' examples/data/day.csv > morning.csv
sed -i '1i time,status,count' morning.csv
grep -E ' (16:[45]|17|18:[0-2])' examples/data/day.csv >> afternoon.csv
grep -E ' (18:[345]|19|2.:)' examples/data/day.csv >> night.csv
pos-score -m m -b pos.db morning.csv > parts.csv
# What lies between two files is no outage, so the rows of 16:40 to 16:58, of which there are none, are asked of one file.
cat morning.csv afternoon.csv | awk '!seen[$0]++ || !/^time/' > till-evening.csv
pos-score -m m -b pos.db till-evening.csv > parts.csv
pos-score -m m -b pos.db night.csv | tail -n +2 >> parts.csv
diff whole.csv parts.csv
