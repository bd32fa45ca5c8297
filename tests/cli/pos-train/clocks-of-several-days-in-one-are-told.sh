# Two weeks of a shop from 10 to 18, without dates: nobody can tell them from fourteen terminals of one day.
python3 data/opening-hours.py 0 09:00
awk -F'[ ,]' -v OFS=, 'NR == 1 { print; next } $2 >= "10:00" && $2 < "18:00" { print $2, $3, $4 }' history.csv > clocks.csv
pos-train -q -m m clocks.csv
awk -F'[ ,]' -v OFS=, 'NR == 1 { print; next } $2 >= "10:00" && $2 < "18:00" { print $2, $3, $4 }' days.csv > days-clocks.csv
pos-score -q -m m days-clocks.csv > /dev/null
# A file for each day, or a day over midnight, is as it should be.
head -n 900 clocks.csv > one.csv
pos-train -q -m m one.csv one.csv one.csv
# So are days one behind the other, each with its header.
cat one.csv one.csv one.csv > days-with-headers.csv
pos-train -q -m m days-with-headers.csv
