# needs: command -v curl
. tests/cli/pos-serve/server
model
table() { pos-report -b "$1" --sql 'SELECT time, status, count, score, expected, surprise, final_decision, reason FROM transactions ORDER BY time, status, count, surprise' -f csv; }
# Rows of three hours, some a few minutes late, some later than anybody waits.
sed -n '/ 0[9]:/p; / 1[01]:/p' examples/data/day.csv | awk '{ print NR + (NR % 41 == 0 ? 60 : NR * 37 % 9), $0 }' | sort -n | cut -d' ' -f2- > rows
(sed -n 1p examples/data/day.csv && cat rows) > late.csv
cat late.csv | pos-score -q -m m -b score.db > /dev/null || echo "$?: many are late"
serve
post text/csv @late.csv -o answer
end
table score.db > wanted
table pos.db | diff wanted - && echo 'the same in one body'
serve -b parts.db
split -l 20 rows part.
for part in part.*; do (sed -n 1p examples/data/day.csv && cat "$part") | post text/csv @- -o answer; done
end
table parts.db | diff wanted - && echo 'and in many'
grep -c ',,,Approve,' wanted
wc -l < wanted
