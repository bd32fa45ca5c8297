# Incidents of two streams in one database would be taken for one: refused, with the way out.
pos-train -q -m m examples/data/history.csv
for stream in a b; do pos-score -q -m m -b pos.db --stream $stream examples/data/day.csv > /dev/null; done
pos-alert -b pos.db --stream a --maildir box < /dev/null | grep -c ,opened,
pos-alert -b pos.db --stream b --maildir box < /dev/null || echo "status $?"
pos-alert -q -b b.db --history pos.db --stream b --maildir box < /dev/null | grep -c ,opened,
