printf 'time,status,count\n2026-03-09T14:06:00Z,denied,25\n1773065160,denied,25\n' > zoned.csv
printf 'time,status,count\n2026-03-09 11:06,denied,25\n2026-03-09 11:06,denied,25\n' > local.csv
pos-train -q -m m examples/data/day.csv
pos-score -p forest -m m local.csv | cut -d, -f4 > local
pos-score -p forest -m m -Z America/Sao_Paulo zoned.csv | cut -d, -f4 | cmp - local
TZ=America/Sao_Paulo pos-score -p forest -m m zoned.csv | cut -d, -f4 | cmp - local
pos-score -p forest -m m zoned.csv | cut -d, -f4 | cmp -s - local || echo in UTC it is another hour
