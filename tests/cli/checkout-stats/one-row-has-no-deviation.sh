printf 'time,today\n07h,2\n' > one.csv
checkout-stats -r describe one.csv
checkout-stats -r describe -f ndjson one.csv | sed -n 3p
checkout-stats -r describe -f text one.csv
