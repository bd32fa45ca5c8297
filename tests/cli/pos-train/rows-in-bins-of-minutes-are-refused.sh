# The example history in bins: nothing is written, and a model that is there stays.
bins() {
  awk -F , -v OFS=, -v step="$1" 'NR == 1 { print; next }
    { time = substr($1, 1, 14) sprintf("%02d", int(substr($1, 15, 2) / step) * step); sum[time OFS $2] += $3 }
    END { for (key in sum) print key, sum[key] | "sort" }' examples/data/history.csv
}
echo 'the old one' > pos.model
for step in 2 5 15 30 60; do
  bins "$step" | pos-train -q -m pos.model || echo "status $?"
done
cat pos.model
# 24 hours a file are too few to be sure; all of them are not.
bins 60 | awk -F '[ ,]' 'NR == 1 { header = $0; next } !($1 in seen) { seen[$1]; print header > $1 } { print > $1 }'
pos-train -q -m pos.model 2026-* || echo "status $?"
# A row now and then is no bin.
awk -F , 'NR == 1 || NR * 7919 % 97 == 0' examples/data/history.csv > sparse.csv
pos-train -q -m pos.model sparse.csv && pos-train --inspect pos.model | jq -r .lineage.rows
