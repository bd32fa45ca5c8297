# Of more columns than lines have looks a picture and a page draw the first; no column is gone without a word.
ten="SELECT 1 x, 1 a, 2 b, 3 c, 4 d, 5 e, 6 f, 7 g, 8 h, 9 i, 10 j UNION ALL SELECT 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"
checkout-stats examples/data/checkout-1.csv --sql "$ten" -o ten.svg
checkout-stats examples/data/checkout-1.csv --sql "$ten" -o ten.html
checkout-stats examples/data/checkout-1.csv --sql "$ten" --chart bar -f svg > bars.svg
checkout-stats examples/data/checkout-1.csv --lang pt --sql "SELECT *, *, * FROM ($ten)" -f svg > many.svg
for file in ten.svg ten.html bars.svg many.svg; do
  echo "$file: $(grep -Eo '(not drawn|não desenhados):[^<]*' $file), $(grep -o 'class="\(line\|fill\)-[0-9]*"' $file | sort -u | wc -l) looks"
done
grep -m 1 -o '<title>a, .*</title>' ten.svg
checkout-stats examples/data/checkout-1.csv --sql "SELECT x, a, b, c, d, e, f, g, h FROM ($ten)" -f svg | grep -c 'not drawn' || true
LC_ALL=C COLUMNS=40 checkout-stats examples/data/checkout-1.csv --sql "$ten" --chart line | grep -cE '^[a-j]$'
