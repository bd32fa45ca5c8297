# Newest first, by merchant, in no order, and with a row for each transaction: the decisions of the file in order.
python3 data/merchants.py
pos-train -q --by merchant,acquirer -m m history.csv
mkdir single
(cd single && ln -s ../data data && python3 data/merchants.py single)
score() { pos-score -q -m m --where merchant,acquirer "$@"; }
table() { (sed -n 1p "$day"; cat); }
try() {  # FILE PLACE: that of the merchant
  day=$1
  score "$day" > in-order
  sort in-order > wanted
  sed 1d "$day" | tac | table > newest-first
  sed 1d "$day" | sort -s -t, -k"$2,$2" | table > by-merchant
  sed 1d "$day" | shuf --random-source=history.csv | table > shuffled
  for order in newest-first by-merchant shuffled; do
    score $order | sort | cmp - wanted
    score < $order | sort | cmp - wanted
    rm -f pos.db
    score -b pos.db $order | sort | cmp - wanted
    score -b pos.db $order | sort | cmp - wanted
    score -b pos.db "$day" | cmp - in-order
  done
}
said() {  # of a status, merchant and acquirer in a minute, but for the forest's part
  python3 -c 'import csv, sys
for row in csv.DictReader(sys.stdin):
    print(*(row[c] for c in "time status merchant acquirer expected surprise severity final_decision reason key where".split()), sep="|")' < in-order | uniq | sort -u
}
try day.csv 4
said > of-counts
try single/day.csv 3
said | cmp - of-counts
cut -d'|' -f10 of-counts | sort -u  # keys that alert, and none
