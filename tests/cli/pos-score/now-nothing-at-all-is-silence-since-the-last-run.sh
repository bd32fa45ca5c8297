# With a history: empty input and a header alone say that nothing came. The first alert of each run and how many.
pos-train -q -m m examples/data/history.csv
at() { SOURCE_DATE_EPOCH=$(date -u -d "2026-03-$1" +%s); export SOURCE_DATE_EPOCH; }
run() { pos-score --now -m m -b pos.db "$@" > out.csv; grep -c Alert out.csv || true; head -n 2 out.csv; }
sed '/ 12:00/,$d' examples/data/day.csv > live.csv
at '09 12:00:10'
pos-score --now -m m -b pos.db live.csv | grep -c Alert || true
echo 'empty'
at '09 12:05:10'
run < /dev/null
echo 'a header alone'
at '09 12:06:10'
head -n 1 live.csv | run
at '09 12:07:10'
head -n 1 live.csv > header.csv
run header.csv
echo 'NDJSON'
at '09 12:08:10'
run -i ndjson < /dev/null
at '09 12:08:20'
run < /dev/null
sqlite3 pos.db "SELECT min(time), max(time), count(*) FROM transactions WHERE time >= '2026-03-09 12'"
echo 'after days the last one is looked at'
at '12 12:00:10'
pos-score --now -q -m m -b pos.db < /dev/null | sed -n '2p' | cut -d, -f1-3
echo 'without a history nothing is known'
pos-score --now -m m < /dev/null
head -n 1 live.csv | pos-score --now -m m
