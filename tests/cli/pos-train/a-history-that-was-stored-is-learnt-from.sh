# The same bytes as from the files that hold these rows. Rows made up for silence, and those of a minute that may not be
# over, are left out.
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/history.csv > /dev/null
pos-score -q -m m -b pos.db examples/data/day.csv > /dev/null
pos-train -q -m week -b pos.db -u 2026-03-09
cmp week m && echo 'the week'
grep -v 23:59 examples/data/day.csv > day.csv
pos-train -q -m files examples/data/history.csv day.csv
pos-train -q -m all -b pos.db
cmp all files && echo 'and the day, but for the last minute'
(sed -n 1p day.csv; sed 1d day.csv | sort -t, -k2,2) > by-status.csv
piped() { cat "$1"; }
piped by-status.csv | pos-score -q -m m -b unjudged.db --stream shop > /dev/null 2>&1 || echo "$?: most rows pass unjudged"
pos-train -q -m shop -b unjudged.db --stream shop
pos-train -q -m files day.csv
[ "$(pos-train --inspect shop | jq -r .lineage.rows)" -ge 3530 ] && echo 'and are learnt from all the same'
# Retrained from the history in the middle of the day: no alert that the old model would not give. (That one has learnt
# the week twice.)
alerts() { pos-report -q -b "$1" -s 2026-03-09 --normal abnormal -r table -f csv | cut -d, -f1,2; }
alerts pos.db > wanted
head -n 1604 examples/data/day.csv > day.csv
pos-score -q -m m -b new.db examples/data/history.csv > /dev/null
pos-score -q -m m -b new.db day.csv > /dev/null
pos-train -q -m new -b new.db
cp examples/data/day.csv day.csv
pos-score -q -m new -b new.db day.csv > /dev/null
alerts new.db | comm -13 wanted -
alerts new.db | grep -c 2026
# Files, and what standard input brings, come before a history that was left in the environment.
export POS_DB=pos.db
pos-train -q -m file examples/data/history.csv && cmp file m
pos-train -q -m file < examples/data/history.csv && cmp file m
pos-train -q -m file && cmp file all
pos-train -m file -b pos.db day.csv || echo "$?"
pos-train -m file -s -1d day.csv || echo "$?"
pos-train -m file -b pos.db -s 2027-01-01 || echo "$?"
pos-train -m file -b pos.db --stream shop || echo "$?"
pos-train -m pos.db -b pos.db || echo "$?"
