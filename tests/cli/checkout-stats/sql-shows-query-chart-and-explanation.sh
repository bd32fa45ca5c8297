# What nobody typed is shown: the query, both days in one chart, the difference below zero, and what it comes from.
LC_ALL=C.UTF-8 checkout-stats examples/data/checkout-1.csv examples/data/checkout-2.csv -f text --sql
echo
LC_ALL=C COLUMNS=50 checkout-stats examples/data/checkout-2.csv --chart line --sql
echo
LC_ALL=C.UTF-8 checkout-stats --lang pt examples/data/checkout-2.csv --chart none -f text --sql | sed -n '1,5p;28,31p'
