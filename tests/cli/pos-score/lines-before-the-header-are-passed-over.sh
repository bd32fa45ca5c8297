# The footer is one bad row.
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | sed 's/,/;/g' | cut -d';' -f1-8 > known
{
  printf 'sep=;\nTransações por minuto;;\nLoja "Centro"\n\n# exported 2026-03-10\n'
  sed 's/,/;/g' examples/data/day.csv
  echo 'Total;;45210'
} > export.csv
pos-score -m m export.csv > out || echo "$?"
cut -d';' -f1-8 out | cmp - known
sed '$d' export.csv | pos-train -q -m n
pos-train -q -m o examples/data/day.csv
cmp n o
echo "rows that stand before a header are not lost:"
sed '1!G; h; $!d' examples/data/day.csv | sed '8,$d' | pos-score -m m || echo "$?"
{ sed -n 2,6p examples/data/day.csv; cat examples/data/day.csv; } | pos-score -m m || echo "$?"
