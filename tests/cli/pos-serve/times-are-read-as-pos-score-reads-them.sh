# needs: command -v curl
. tests/cli/pos-serve/server
model
piped() { cat "$1"; }
table() { pos-report -b "$1" --sql 'SELECT time, count, score, expected, surprise, final_decision, reason FROM transactions ORDER BY time' -f csv; }
rows() { echo time,status,count; printf '%s,approved,40\n' "$@"; }
same() { table "$1" > wanted && table "$2" | diff wanted - && cut -d, -f1 wanted; }
echo 'zones and epochs:'
rows 1773054000 1773054060000 2026-03-09T11:02:00Z '2026-03-09 08:03:00-03:00' 2026-03-09T12:04:30.250+01:00 '2026-03-09 08:05' 08:06 1773054420 > zones
pos-score -q -m m -b zones.db -Z America/Sao_Paulo zones > /dev/null
serve -Z America/Sao_Paulo
sed '$d' zones | post text/csv @- -o answer
post application/json '{"time":1773054420000,"status":"approved","count":40}' -o answer
end
same zones.db pos.db
echo 'clocks over midnight and back, in three bodies, over a restart:'
rows '23h 57' '23h 58' 23:59:30 '00h 00' '00h 01' '23h 59' '00h 02' > clocks
piped clocks | pos-score -q -m m -b clocks.db -D 2026-03-09 > /dev/null
now=$SOURCE_DATE_EPOCH SOURCE_DATE_EPOCH=1773144000   # the day after
serve -b served.db -D 2026-03-09
sed -n 1,4p clocks | post text/csv @- -o answer
sed -n '1p;5p' clocks | post text/csv @- -o answer
end
serve -b served.db -D 2026-03-09
sed 2,5d clocks | post text/csv @- -o answer
end
same clocks.db served.db
echo 'today, or yesterday for what would be more than an hour ahead; it is 14:00:'
SOURCE_DATE_EPOCH=$now
serve -b today.db -p forest
for time in 15:01 15:00 '00h 00'; do post application/json "{\"time\":\"$time\",\"status\":\"approved\"}" -o answer; done
table today.db | cut -d, -f1
