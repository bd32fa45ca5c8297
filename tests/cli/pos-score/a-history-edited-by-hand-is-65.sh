# What no program of ours writes is damage, wherever it is read, and no bug.
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
sed 's/2026-03-09/2026-03-10/' examples/data/day.csv > next.csv
for damage in "UPDATE status SET name = '' WHERE id = 2" "UPDATE status SET name = 'a' || char(10) WHERE id = 2" \
  "UPDATE status SET name = printf('%.99c', 'x') WHERE id = 2" "UPDATE scored SET count = -1" \
  "UPDATE scored SET time = 9e18" "UPDATE scored SET time = -9e18 WHERE id = 40"; do
  sqlite3 pos.db ".backup damaged.db"
  sqlite3 damaged.db "$damage"
  for command in "pos-score -q -m pos.model -b damaged.db next.csv" "pos-score -q -m pos.model -b damaged.db examples/data/day.csv" \
    "pos-report -b damaged.db -s 2000-01-01 -u 2100-01-01" "pos-report -b damaged.db -s 2000-01-01 -f html" \
    "pos-train -q -m new.model -b damaged.db" "pos-alert -n -b damaged.db" "pos-report -b damaged.db --prune 400d"; do
    $command > out 2> err && status=0 || status=$?
    case $status in 0) ;; 65) grep -q 'damaged.db: ' err ;; *) echo "$damage; $command: $status"; cat err ;; esac
  done
  rm damaged.db
done
