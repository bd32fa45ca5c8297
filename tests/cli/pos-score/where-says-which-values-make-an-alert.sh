python3 data/merchants.py
pos-train -q -m pos.model history.csv
for format in csv ndjson; do
  pos-score -m pos.model --where merchant,acquirer -f $format day.csv > scored.$format
done
# The minutes in which a place is found, and the last one of each alert, which is of the whole of it.
python3 - <<'END'
import csv, json
rows = list(csv.DictReader(open('scored.csv')))
for time, where in dict.fromkeys((row['time'], row['where']) for row in rows if row['where']):
    print(time, where)
print([row['where'] for row in rows] == [json.loads(line)['where'] or '' for line in open('scored.ndjson')])
END
pos-alert --replay -n scored.csv | grep -oE '(opened|updated|resolved)|[a-z]+=.*expected"$'
