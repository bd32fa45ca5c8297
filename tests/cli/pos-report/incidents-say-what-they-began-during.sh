# Text, data and the page say the same; without a file of events there is no
# column. What repeats counts each time, and what is long over not at all.
cp data/denied-incident.csv scored.csv
pos-report -f csv -r incidents scored.csv | head -1
first=$(pos-report -f csv -r incidents scored.csv | sed -n '2s/^[^,]*,[^,]*,[^,]*,//; 2s/,.*//p')
echo "first: $first"
cat > events.csv <<EOF
from,to,name,kind,repeat
${first% *},,promotion <X>,promotion,
${first%:*}:00,,deploy 4.2,deploy,
2020-01-01 00:00,2020-01-01 23:59,nightly 4111111111111111,,daily
2020-01-01,,New Year,holiday,yearly
${first% *},${first},ends as it begins,,
EOF
pos-report --events events.csv -f csv -r incidents scored.csv | cut -d, -f3,4,13-
pos-report --events events.csv -f ndjson -r incidents scored.csv | jq -c 'keys[-4:], .events'
pos-report --events events.csv -r incidents scored.csv
pos-report --events events.csv scored.csv | sed '/^$/q'
pos-report --events events.csv --lang pt -r incidents scored.csv | grep durante
pos-report --events events.csv -f html scored.csv > page.html
grep -o '<div class="m known">[^<]*<' page.html
grep -o '^"events":[^]]*' page.html
echo from,to,name > none.csv
pos-report --events none.csv -f csv -r incidents scored.csv | head -1
