# With status, keys are of the incident of the whole; so are those of other columns than the ones that are named.
for list in status merchant status,merchant acquirer,merchant acquirer; do
  echo "$list: $(pos-alert --replay -n -q --group-by "$list" data/scored-keys.csv 2> /dev/null |
    awk -F, '$3 == "opened" { print $2 " " $7 }' | paste -sd' ')"
done
printf '[pos-alert]\ngroup-by = "status"\n' > alert.toml
pos-alert --config alert.toml --replay -n data/scored-keys.csv | cut -d, -f3 | sort | uniq -c
pos-alert --group-by '' -n data/scored-keys.csv || echo "status $?"
pos-alert --group-by 'merchant,,bin' -n data/scored-keys.csv || echo "status $?"
