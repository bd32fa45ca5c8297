# Of a day at whose end an incident goes on nobody hears that it was over at 23:59; and a range of times is never cut to
# half, which would look like one that goes on.
export SOURCE_DATE_EPOCH=1773230400  # 2026-03-11 12:00
{
  echo time,status,count
  for day in 09 10; do
    for hour in $(seq -w 0 23); do
      for minute in $(seq -w 0 59); do
        denied=$((1 + ${minute#0} % 2))
        case $day$hour:$minute in 0923:[45]* | 1000:0*) denied=24 ;; esac
        echo "2026-03-$day $hour:$minute:00,approved,$((20 + ${minute#0} % 5))"
        echo "2026-03-$day $hour:$minute:00,denied,$denied"
      done
    done
  done
} > rows.csv
pos-score -q -b pos.db rows.csv > scored
pos-report -b pos.db -s 2026-03-09 -r summary,incidents | sed -n '1,3p;/^Incidents/,$p'
pos-report -b pos.db -s 2026-03-10 | sed -n 1,3p
pos-report -b pos.db -s 2026-03-09 -f html | grep -o 'The worst: [^<]*' | sed -n 1p
echo '- of two days, and as narrow as goes'
for columns in 80 60 50; do
  COLUMNS=$columns pos-report -b pos.db -s 2026-03-09 -u 2026-03-11 -r incidents | sed -n '2,3p;$p'
done
pos-report -b pos.db -s 2026-03-09 --lang pt | sed -n 1,3p
