# By the ending of FILE, or by -f where there is none; both are XML that a parser takes, and fetch nothing.
set -- examples/data/checkout-1.csv examples/data/checkout-2.csv
checkout-stats "$@" -o days.svg --sql
checkout-stats "$@" -f svg --sql | cmp - days.svg && echo same
checkout-stats "$@" -o days.html --sql
checkout-stats "$@" -o days.csv --sql && head -n 1 days.csv
checkout-stats "$@" -o bars.svg --chart bar --sql 'SELECT time, "a&b<c>" FROM (SELECT time, today - 20 AS "a&b<c>" FROM "checkout-2")'
for file in days.svg bars.svg; do
  python3 -c 'import sys, xml.dom.minidom as x; print(x.parse(sys.argv[1]).documentElement.tagName)' $file
done
grep -c 'class="zero"' days.svg days.html bars.svg
grep -o '<path class="line-[0-9]"' days.svg | sort | uniq -c
grep -c 'class="fill-0"' bars.svg
grep -o 'had an outage 12h-14h' days.svg days.html
grep -A 2 '<pre>' days.html
grep -c '<tr>' days.html
grep -hE 'https?://|<script|style=' days.svg days.html | grep -vc 'xmlns="http://www.w3.org/2000/svg"' || true
# Who wants another picture is told how, and what cannot be is an error.
for options in '-o days.png' '-f csv --chart bar' '-f svg --chart none'; do
  # shellcheck disable=SC2086  # words
  checkout-stats "$@" $options --sql || echo "$?: $options"
done
checkout-stats "$@" -o days.svg -r chart || echo "$?: no query"
checkout-stats "$@" -o all.html && grep -c '<h2>' all.html
ls -- *.*
