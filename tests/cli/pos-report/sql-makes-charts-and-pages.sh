# The same forms as of checkout-stats: csv in a pipe, charts with --chart, a page and a picture by their ending.
pos-score -q -p seed -m data/by-hand.model -b pos.db data/ten-minutes.csv > /dev/null
by_status='SELECT status, sum(count) AS n FROM transactions GROUP BY status ORDER BY n DESC'
by_minute="SELECT minute, sum(count) AS n, sum(count) - 120 AS beyond FROM minutes GROUP BY minute"
pos-report -b pos.db --sql "$by_status"
LC_ALL=C COLUMNS=50 pos-report -b pos.db --chart bar --sql "$by_status"
LC_ALL=C COLUMNS=50 pos-report -b pos.db --chart line --sql "$by_minute"
pos-report -b pos.db -o minutes.svg --sql "$by_minute"
pos-report -b pos.db -o statuses.html --title 'By status' --sql "$by_status"
python3 -c 'import xml.dom.minidom as x; print(x.parse("minutes.svg").getElementsByTagName("title")[0].firstChild.data)'
grep -o '<h1>.*</h1>' statuses.html
grep -c 'class="fill-0"' statuses.html  # statuses are no line
for options in '--chart line' '-f svg' '-o x.svg' '-f prom --sql SELECT'; do
  # shellcheck disable=SC2086  # words
  pos-report -b pos.db $options || echo "$?: $options"
done
