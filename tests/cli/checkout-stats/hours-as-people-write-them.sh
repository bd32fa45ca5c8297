table() { awk -F, -v OFS=, -v form="$1" 'NR > 1 { $1 = sprintf(form, $1 + 0) } 1' examples/data/checkout-2.csv; }
checkout-stats -r anomalies examples/data/checkout-2.csv > proper
for form in %d %02d %dh %02dH %02dh00 '%02dh 00' %02dh00min %d:00 %02d:00 %02d:00:00 \
  '2026-03-09 %02d:00' '09/03/2026 %02d:00' '9/3/2026 %d:00:00' '09.03.2026 %02dh' '2026-03-09T%02d:00:00.000'; do
  table "$form" | checkout-stats -r anomalies > out
  cmp out proper && echo "same: $form"
done
for name in Hora hora HOUR ' Time ' 'Data hora' timestamp; do
  sed "1s/time/$name/" examples/data/checkout-2.csv | checkout-stats -r anomalies | cmp - proper && echo "same: $name"
done
for time in 07:30 07h15 07:00:01 24:00 7.5 -1 '' 007 2026-03-09 '2026-02-30 07:00' \
  '31/31/2026 07:00' '2026/03-09 07:00' '07:00Z'; do
  printf 'time,today\n%s,1\n05h,2\n' "$time" | checkout-stats -r describe > out || true
done
