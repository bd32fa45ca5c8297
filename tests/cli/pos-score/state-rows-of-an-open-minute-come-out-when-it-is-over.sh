# They are in the state, with their own columns, until a later row or the clock (--now) says that the minute is over.
pos-train -q -m m examples/data/history.csv
export TZ=UTC
sed '/ 10:31/,$d; s/,count/,count,note/; 1!s/$/,"a ""b"" \\n/' examples/data/day.csv | sed '1!s/$/"/' > rows
at() { SOURCE_DATE_EPOCH=$(date -d "2026-03-09 $1" +%s) pos-score -q -m m --state s --now < /dev/null | cut -d, -f1-4,6; }
pos-score -q -m m --state s < rows | tail -n 1 | cut -d, -f1-4
sed -n '/^open/,/^sha/p' s | sed 's/sha256 .*/sha256/'
echo '== 10:30:40'
at 10:30:40
echo '== 10:31:06'
at 10:31:06
echo '== 10:31:30'
at 10:31:30
echo '== 10:42:10, and nothing came'
at 10:42:10
echo '== rows of minutes that were decided are late'
echo 'time,status,count,note
2026-03-09 10:40,approved,9,late' | pos-score -m m --state s
echo '== an old recording comes out whole'
sed -n '1p; / 10:4[5-7]/s/$/,x/p' examples/data/day.csv | sed '1s/$/,note/' | pos-score -q -m m --state s --no-header-out > part
wc -l < part
SOURCE_DATE_EPOCH=1794000000 pos-score -m m --state s --now < /dev/null | cut -d, -f1-4
