# The same minutes on three days: silent on the days that were named, told on the other.
export SOURCE_DATE_EPOCH=1772755200 USER=ana   # 2026-03-06, a Friday
pos-alert -q -b pos.db --maildir box < /dev/null
pos-alert silence -q -b pos.db --status denied --from 14:00 --for 1h --every sat,mon --comment tests
for day in 07 08 09; do   # Saturday, Sunday, Monday
  sed "1d; s/2026-03-09/2026-03-$day/" data/denied-incident.csv
done | { head -n 1 data/denied-incident.csv; cat; } > days.csv
SOURCE_DATE_EPOCH=1773187200 pos-alert --replay -b pos.db --maildir box days.csv | cut -d, -f1,3,13 | grep -v ,resolved
echo '== by the clock of the zone: 17:30 UTC is 14:30 in Sao Paulo'
head -14 data/denied-incident.csv > opening.csv
for zone in America/Sao_Paulo UTC; do
  db=${zone#*/}.db
  pos-alert -q -b "$db" --maildir box < /dev/null
  pos-alert silence -q -b "$db" --status denied --from 14:00 --for 1h --every day --comment tests > /dev/null
  SOURCE_DATE_EPOCH=1773077400 pos-alert -Z $zone -b "$db" --maildir box opening.csv | cut -d, -f3,13
done
