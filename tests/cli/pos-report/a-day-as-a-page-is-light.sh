# A page of a day with all its rows has at most 200 kB beyond the charts' library, before it is compressed.
pos-train -q -m model examples/data/history.csv
pos-score -q -m model examples/data/day.csv | pos-report -f html -o page.html -
all=$(wc -c <page.html)
library=$(sed -n '/^<script>\/\*! /,/^<\/script>/p' page.html | wc -c)
if [ "$library" -gt 100000 ] && [ $((all - library)) -le 200000 ]; then echo light; else echo "$all bytes, $library of the library"; fi
