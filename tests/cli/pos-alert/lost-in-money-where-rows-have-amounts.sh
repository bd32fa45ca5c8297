# 12.00 an approval. In one run, and in one an hour, which remember what an approval is worth; in Portuguese; and by the
# history.
awk -F, 'NR == 1 { print $0 ",valor"; next } { print $0 "," ($2 == "approved" ? 12 * $3 : "") }' examples/data/day.csv > day.csv
pos-train -q -m m examples/data/history.csv
pos-score -m m -b pos.db day.csv > scored.csv
pos-alert --replay -b one.db --exec 'jq -c "[.event, .incident, .lost, .lost_amount]" >> json' --maildir box \
  --from pos@example.com scored.csv > events
head -1 events
pos-alert --replay -b two.db --exec true -f ndjson scored.csv | jq -c 'select(.event == "opened") | [.incident, .lost, .lost_amount]'
echo 'JSON of messages'
cat json
for mail in box/new/*; do tr -d '\r' < "$mail" | sed -e :a -e '/$/N; s/\n / /; ta' | grep '^Subject:'; done | sort
cat box/new/* | tr -d '\r' | grep '^  Lost' | sort -u
pos-alert --replay -b pt.db --lang pt --maildir box3 --from pos@example.com scored.csv > /dev/null
cat box3/new/* | tr -d '\r' | grep 'cerca de' | grep '^  ' | sort -u | tail -2
head -1 scored.csv > header
for hour in $(seq -w 0 23); do
  { cat header; grep "^2026-03-09 $hour:" scored.csv; } |
    pos-alert --replay -b hours.db --maildir box2 --from pos@example.com > /dev/null
done
pos-alert -b one.db list --all | sed '/^$/q' > one
pos-alert -b hours.db list --all | sed '/^$/q' | diff one -
cat one
echo 'of a history'
pos-alert --replay -b pos.db --maildir box4 --from pos@example.com scored.csv > /dev/null
pos-report -b pos.db -f csv --sql 'SELECT id, round(lost, 1) AS lost, lost_amount FROM incidents'
sqlite3 -csv pos.db 'SELECT id, round(lost, 1), lost_amount FROM incidents' | tail -1
