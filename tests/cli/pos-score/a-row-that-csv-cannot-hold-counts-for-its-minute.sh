pos-train -q -m m examples/data/history.csv
{
  printf '{"time":"2026-03-09 10:00","status":"approved","count":30}\n'
  printf '{"time":"2026-03-09 10:01","status":"approved","count":30,"note":1}\n'
  printf '{"time":"2026-03-09 10:02","status":"approved","count":30}\n'
} | pos-score -m m -f csv | cut -d, -f1-3,8
