# A process for each merchant, which sees the totals of all: each row of a key that alerts, and each made up for one, is
# what one process over all rows says. Whatever the order of the rows in the minute, and of a file.
python3 data/merchants.py
pos-train -q --by merchant -m m history.csv
pos-score -q -m m day.csv > whole.csv
awk -F, 'NR > 1 { of = $1 "," $2; if (!(of in n)) order[++k] = of; n[of] += $3 } END { for (i = 1; i <= k; i++) print order[i] "," n[order[i]] ",*," }' day.csv > totals
part() {  # FILES: by time alone, so that totals come first in their minute, or last
  sed -n 1p day.csv
  cat "$@" | sort -s -t, -k1,1
}
for merchant in alfa bravo charlie; do
  grep ",$merchant," day.csv > rows
  part totals rows > first.csv
  part rows totals > last.csv
  (sed -n 1p day.csv; sed 1d first.csv | shuf --random-source=history.csv) > shuffled.csv
  pos-score -q --split -m m < first.csv > $merchant.csv
  pos-score -q --split -m m first.csv | cmp - $merchant.csv
  pos-score -q --split -m m < last.csv | cmp - $merchant.csv
  pos-score -q --split -m m shuffled.csv | sort > sorted
  sort $merchant.csv | cmp - sorted
done
told() { grep -h ',merchant=[a-z]*$' "$@" | sort; }
told alfa.csv bravo.csv charlie.csv > parts
told whole.csv | diff - parts
sed 's/.*,//' parts | sort | uniq -c
grep -c Alert alfa.csv bravo.csv charlie.csv
grep -c ',\*,' alfa.csv bravo.csv charlie.csv || :
pos-train -q -m without history.csv
try() { pos-score "$@" --split first.csv > out 2>&1 || echo "$?: $(cat out)"; }
try -m without
try -m m -b pos.db
try -m m --where acquirer
try -m m -p forest
