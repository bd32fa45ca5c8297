# What a run is given that holds rows of before, or begins within minutes of where the last one ended, goes on from there:
# what lies between is silence. Of what begins later nothing is known of the time between.
pos-train -q -m m examples/data/history.csv
midnight=$(date -u -d 2026-03-09 +%s)
run() {  # DB CLOCK FILE: prints the alerts' times
  SOURCE_DATE_EPOCH=$((midnight + $2 * 60 + 10)) pos-score -q --now -a -m m -b "$1" < "$3" | sed 1d | cut -d, -f1-2
}
rows() { head -n 1 examples/data/day.csv; sed -n "/ $1/,/ $2/p" examples/data/day.csv; }
rows 11:00 11:59 > first.csv
{ rows 11:50 11:59; rows 12:20 12:30 | sed 1d; } > overlap.csv
rows 12:04 12:10 > near.csv
rows 12:20 12:30 > far.csv
for file in overlap near far; do
  echo "$file"
  run "$file.db" 720 first.csv
  run "$file.db" 751 "$file.csv" | sed -n '1p;$p'
done
# In one run: a log that was rotated.
echo 'two files'
SOURCE_DATE_EPOCH=$((midnight + 731 * 60)) pos-score -q --now -a -m m first.csv near.csv | sed -n '2p;$p' | cut -d, -f1-2
