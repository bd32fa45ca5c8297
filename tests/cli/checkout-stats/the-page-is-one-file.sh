checkout-stats -f html -o page.html examples/data/checkout-1.csv examples/data/checkout-2.csv
grep -c '<script' page.html || true
grep -cE '(src|href)="?(https?:)?//' page.html || true
grep -o '<title>[^<]*' page.html | head -n 1
grep -o 'Content-Security-Policy' page.html
checkout-stats -f html examples/data/checkout-1.csv examples/data/checkout-2.csv | cmp - page.html && echo same
