printf 'time,status,count,merchant\n2026-03-05 10:00,approved,3,m1\n' > rows.csv
pos-train -q --by merchant -m by.model rows.csv
pos-train -q -m pos.model rows.csv
status() { "$@" > out || echo "$?"; }
status pos-score -m pos.model --where merchant,bin rows.csv
status pos-score -m pos.model --where merchant,count rows.csv
status pos-train -q --by status -m none.model rows.csv
cut -d, -f1-3 rows.csv > without.csv
status pos-score -m by.model without.csv
status pos-score -m pos.model --where merchant,merchant rows.csv
status pos-score -m pos.model --where a,b,c,d,e,f,g rows.csv
status pos-score -m pos.model --where merchant -p forest rows.csv
status pos-score -m pos.model --split rows.csv
status pos-score -m by.model --split -b pos.db rows.csv
status pos-score -m by.model --split --where merchant rows.csv
# With another policy no key is watched, and nothing is asked for.
pos-score -m by.model -p seed without.csv | head -n 1
