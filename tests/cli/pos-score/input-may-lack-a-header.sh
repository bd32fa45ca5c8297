# The output has one, so that the next tool finds its columns.
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv > known
sed 1d examples/data/day.csv > bare.csv
pos-score -m m -N --columns time=1,status=2,count=3 bare.csv | cmp - known
sed 's/\(.*\),\(.*\),\(.*\)/x;\3;\2;\1/' bare.csv | pos-score -m m -N --columns time=4,status=3,count=2 | sed -n 1,2p | cut -d';' -f1-4
pos-train -q -m n -N --columns time=1,status=2,count=3 bare.csv
pos-train -q -m o examples/data/day.csv
cmp n o
pos-score -m m bare.csv || echo "$?"
pos-score -m m -N bare.csv || echo "$?"
pos-score -m m -N --columns time=1,status=kind bare.csv || echo "$?"
pos-score -m m -N --columns time=1,status=7 bare.csv || echo "$?"
pos-score -m m -N --columns time=1,status=2 bare.csv || echo "$?"
