# Of the updates of the example day two say that an incident is critical now: these never wait. The third, a loss that has
# grown tenfold, would come an hour after the opening, when the incident is over.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m examples/data/day.csv > scored.csv
for interval in 5m 1h; do
  echo "$interval"
  pos-alert --replay -n --group-interval "$interval" scored.csv | cut -d, -f1,3,6,7 | grep updated
done
