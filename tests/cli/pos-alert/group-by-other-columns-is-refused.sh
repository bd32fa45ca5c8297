# A group's counts are judged against those of all: until that changes, its incidents would be wrong.
pos-alert --replay -n --group-by status data/denied-incident.csv | wc -l
pos-alert -n --group-by status,acquirer data/denied-incident.csv || echo "status $?"
pos-alert -n --group-by acquirer data/denied-incident.csv || echo "status $?"
printf '[pos-alert]\ngroup-by = "status,acquirer"\n' > alert.toml
pos-alert --config alert.toml -n data/denied-incident.csv || echo "status $?"
