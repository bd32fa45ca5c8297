pos-train -q -m m examples/data/history.csv
sed -f data/to-portuguese.sed examples/data/day.csv > day.csv
score() { pos-score -m m "$@" > scored.csv || echo "exit $?"; }
echo '== a day, with -q too'; score -q day.csv 2>&1
echo '== told once'; score day.csv 2>&1 | grep -v 'is not in the model'
echo '== a history, and what it says again'; score -q -b pos.db day.csv 2>&1; score -q -b pos.db day.csv 2>&1 | grep -c 'exit 65'
echo '== too few rows to tell'; head -50 day.csv | score 2>&1 | grep -v 'is not in the model' || :
echo '== a live pipe hears of it while it lives'
mkfifo pipe
pos-score -m m < pipe > /dev/null 2> errors &
exec 3> pipe
head -200 day.csv >&3
. tests/cli/wait-until
wait_until 'grep -q "none of 199 rows" errors' && echo told
exec 3>&-
wait $! && echo 'exit 0: it may be an outage'
echo '== another case is another word'; sed 's/approved/Approved/' examples/data/day.csv | score -q 2>&1
echo '== one row of a thousand is enough'; { head -2000 day.csv; echo '2026-03-09 14:59,approved,1'; } | score -q
echo '== grouped by status, approved last'; { head -1 day.csv; grep -v ,approved, examples/data/day.csv | tail -n +2; grep ,approved, examples/data/day.csv; } | score 2>&1 | grep 'none of' || echo nothing is missed
echo '== a model of its words, and of no word'
sed -f data/to-portuguese.sed examples/data/history.csv | pos-train -q -m m && score -q day.csv
pos-train -q -m m --volume '*' examples/data/history.csv && score -q day.csv
echo '== a model without a monitor goes by approved'
pos-score -q -m data/by-hand.model day.csv > scored.csv || echo "exit $?"
