printf 'timezone = "America/Sao_Paulo"\n' > config.toml
printf 'time,status,count\n1773068400,approved,3\n' > noon.csv
for zone in '' UTC Asia/Tokyo; do
  TZ=$zone pos-score --config config.toml -q -p seed -m data/by-hand.model -b pos.db noon.csv > scored.csv
  pos-report -b pos.db --sql "SELECT time FROM transactions" | sed 1d
  rm pos.db*
done
