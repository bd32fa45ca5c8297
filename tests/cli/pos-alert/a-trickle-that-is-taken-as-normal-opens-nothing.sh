# Business falls to 0.6 % for four days: three sales in half an hour, and often none.
python3 - <<'END'
import datetime, math, random
noise = random.Random(1)
def poisson(mean):
    limit, product, count = math.exp(-mean), noise.random(), 0
    while product > limit: count, product = count + 1, product * noise.random()
    return count
def write(name, first, days, level):
    with open(name, 'w') as out:
        out.write('time,status,count\n')
        for minute in range(days * 1440):
            at = datetime.datetime(2026, 3, first) + datetime.timedelta(minutes=minute)
            wave = 1 + 0.5 * math.sin(minute % 1440 * 2 * math.pi / 1440 - 2)
            for status, mean in (('approved', 20), ('denied', 2)):
                count = poisson(mean * wave * (level if minute > 600 else 1))
                if count: out.write(f'{at:%Y-%m-%d %H:%M},{status},{count}\n')
write('history.csv', 2, 14, 1)
write('days.csv', 16, 5, 0.006)
END
pos-train -q -m m history.csv
pos-score -q -m m days.csv | pos-alert --replay -n | cut -d, -f3,7 | sed 1d | grep -v remind | sort | uniq -c | sed 's/^ *//'
