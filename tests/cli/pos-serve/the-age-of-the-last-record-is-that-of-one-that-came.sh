# needs: command -v curl
. tests/cli/pos-serve/server
model
serve -p forest
age() { curl -s "${url}metrics" | sed -n 's/^pos_serve_last_record_age_seconds //p'; }
printf 'time,status,count\n2026-03-09 13:00,approved,9\n2026-03-09 12:00,approved,9\n' | post text/csv @- -o answer
age
printf 'time,status,count\n2026-03-09 17:00,approved,9\n' | post text/csv @- -o answer   # three hours ahead
age
sqlite3 -cmd '.timeout 5000' pos.db "INSERT INTO scored SELECT NULL, time + 1800, status, 0, score, 1, 30, 9, 2, 1, 0,
  'silent since 13:00', model, NULL, 0, NULL, NULL, NULL, NULL FROM scored WHERE id = 1"
age
curl -s "${url}readyz" | jq .last_record_age
