# `*` is what made-up rows say of all statuses together: a row of the input that has it is bad.
pos-train -q -m m examples/data/history.csv
printf 'time,status,count\n2026-03-09 10:00,*,12\n2026-03-09 10:00,approved,20\n' > rows.csv
pos-score -m m rows.csv | cut -d, -f1-3 || :
pos-train -q -m other rows.csv || echo "pos-train: $?"
echo '{"time":"2026-03-09 10:00","status":"*"}' | pos-score -q -m m || echo "pos-score: $?"
