pos-train -q -m english examples/data/history.csv
sed -f data/to-portuguese.sed examples/data/history.csv | pos-train -q -m portuguese
sed -f data/to-portuguese.sed examples/data/day.csv > day.csv
rule() { cut -d, -f1,2,3,10 | grep ',rule: '; }
pos-score -q -p seed -m english examples/data/day.csv | rule > wanted
pos-score -q -p seed --issues negada,falha,estornada -m portuguese day.csv | rule | sed -f data/from-portuguese.sed | cmp - wanted
wc -l < wanted
echo '== without them it is told, with -q too, and no success'
pos-score -q -p seed -m portuguese day.csv || echo "exit $?"
echo '== spelt as in the rows'
pos-score -q -p seed --issues Denied -m english examples/data/day.csv | rule || echo 'no alert by rule'
pos-score -q -p seed --issues denied,,failed -m english examples/data/day.csv || echo "exit $?"
