# From 02:00 on the 17th a tenth of what came before, for a week; then all of it again, and an outage.
python3 - <<'END'
import datetime, math, random
noise = random.Random(3)
def poisson(mean):
    limit, product, count = math.exp(-mean), noise.random(), 0
    while product > limit: count, product = count + 1, product * noise.random()
    return count
def write(name, begin, end, level):
    with open(name, 'w') as out:
        out.write('time,status,count\n')
        at = begin
        while at < end:
            for status, mean in (('approved', 20), ('denied', 2)):
                count = poisson(mean * level(at))
                if count: out.write(f'{at:%Y-%m-%d %H:%M},{status},{count}\n')
            at += datetime.timedelta(minutes=1)
day = lambda number, hour=0, minute=0: datetime.datetime(2026, 3, number, hour, minute)
def level(at):
    if day(17, 2) <= at < day(24, 2): return 0.1
    return 0 if day(24, 12) <= at < day(24, 12, 30) else 1
write('history.csv', day(2), day(16), lambda at: 1)
write('days.csv', day(16), day(25), level)
END
pos-train -q -m m history.csv
pos-score -q -m m -b pos.db days.csv > scored.csv
pos-alert --replay -b alert.db --maildir box scored.csv -f ndjson | jq -r 'select(.event == "opened" or .event == "resolved") | "\(.time) \(.event)"'
cat box/new/* | tr -d '\r' | sed ':a; N; $!b a; s/\(Subject: [^\n]*\)\n /\1 /g' | grep -oE '^Subject: \[pos\] (TAKEN|RESOLVED).*|^Not over: since'
# The report goes on comparing with what the weeks before taught.
pos-report -b pos.db -s 2026-03-20 -u 2026-03-21 -f csv | grep '^approved'
pos-report -b pos.db -s 2026-03-17 -u 2026-03-25 -r incidents -f csv | cut -d, -f1,2,4,5
