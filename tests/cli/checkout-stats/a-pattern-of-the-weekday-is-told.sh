# A weekday with few strong hours: median 20 to mean 30 today and a week ago, 60 to 43.33 on the day before (by hand).
{
  echo time,today,yesterday,same_day_last_week
  for hour in $(seq 0 23); do
    echo "$hour,$((hour < 6 ? 60 : 20)),$((hour < 14 ? 60 : 20)),$((hour < 6 ? 60 : 20))"
  done
} > weekday.csv
checkout-stats -r insights -f ndjson weekday.csv | grep '"weekday"'
# Of the second example day an outage is the reason; the first one shares it with other days.
checkout-stats -r insights -f csv examples/data/checkout-2.csv | grep '^weekday'
checkout-stats -r insights -f csv examples/data/checkout-1.csv | grep '^weekday' || echo nothing
checkout-stats -r insights -f text --lang pt examples/data/checkout-2.csv | grep -A3 'A hora mediana de hoje'
