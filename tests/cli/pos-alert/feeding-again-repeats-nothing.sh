pos-alert --replay -b pos.db --exec 'cat >> told; echo >> told' data/denied-incident.csv | cut -d, -f3-7
echo again
pos-alert --replay -b pos.db --exec 'cat >> told' data/denied-incident.csv
for lines in 5 12 13 14 15 16 17 18 19 40 82; do
  head -n "$lines" data/denied-incident.csv | pos-alert --replay -b grown.db --exec 'cat >> grown; echo >> grown' > /dev/null
done
for file in told grown; do jq -r '"\(.event) \(.incident)"' "$file"; done
