# With -q too: incidents are others than was meant. Where no key has alerted so far, nothing can be said.
pos-alert --replay -n -q --group-by bin,merchant data/scored-keys.csv | awk -F, '$3 == "opened"' | wc -l
pos-alert --replay -n -q --group-by bin data/denied-incident.csv | awk -F, '$3 == "opened"' | wc -l
