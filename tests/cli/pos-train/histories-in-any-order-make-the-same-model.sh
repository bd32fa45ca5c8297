# Newest first, status by status, in no order, in files that are given in any order: the model is the same, byte for byte.
history=examples/data/history.csv
pos-train -q -m model $history
train() { pos-train --holdout 0 --report /dev/null -m other "$@" && cmp model other && echo "same: $*"; }
with_header() { sed -n 1p $history; cat; }
rows() { sed 1d $history; }
rows | tac | with_header > newest-first.csv
rows | sort -s -t, -k2,2 | with_header > by-status.csv
rows | shuf --random-source=examples/data/day.csv | with_header > shuffled.csv
rows | sed 1,9000d | with_header > late.csv
rows | sed -n 1,9000p | with_header > early.csv
rows | sed -n 'n;p' | with_header > even.csv
rows | sed -n 'p;n' | with_header > odd.csv
for file in newest-first by-status shuffled; do train $file.csv; done
train late.csv early.csv
train even.csv odd.csv
# Without dates: days are where the statuses pass midnights.
without_dates() { sed '2,$s/^[^ ]* //'; }
without_dates < $history > clocks.csv
pos-train -q -m model clocks.csv
for file in newest-first by-status; do without_dates < $file.csv > $file-clocks.csv && train $file-clocks.csv; done
# The same rows twice would be twice the business.
pos-train -q -m other late.csv $history || echo "exit status $?"
