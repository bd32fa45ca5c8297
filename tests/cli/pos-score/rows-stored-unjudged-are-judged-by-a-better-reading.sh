# A pipe in no order leaves rows unjudged in the history; the file, in any order, has them judged, and what came with them.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
table() { sqlite3 "$1" 'SELECT time, status, count, expected, surprise, final_decision, reason, source IS NULL FROM transactions ORDER BY 1, 2, 3, 8'; }
pos-score -m m -b right.db $day > right.csv
table right.db > right
sort right.csv > wanted
(sed -n 1p $day; sed 1d $day | sort -s -t, -k2,2) > by-status.csv
piped() { cat "$1"; }
piped by-status.csv | pos-score -q -m m -b pos.db > piped.csv || echo "the pipe: $?"
pos-score -m m -b pos.db $day | sort | cmp - wanted && table pos.db | cmp - right && echo 'judged by the sorted file'
pos-score -m m -b pos.db by-status.csv | sort | cmp - wanted && table pos.db | cmp - right && echo 'once'
sed '1p; /approved/!d' by-status.csv > first.csv
pos-score -q -m m -b grown.db first.csv > /dev/null
pos-score -m m -b grown.db by-status.csv | sort | cmp - wanted && table grown.db | cmp - right && echo 'judged when the other statuses came'
sed 's/^2026-03-09/2026-03-10/' $day > next.csv
for db in right pos grown; do pos-score -m m -b $db.db next.csv > next-$db; done
cmp next-right next-pos && cmp next-right next-grown && echo 'and the next day is the same'
