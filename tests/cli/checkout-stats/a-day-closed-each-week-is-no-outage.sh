# A shop that is closed on Sundays need not say so: nothing came on the Sundays before either, and pos-report has no
# incident. One Sunday before alone may have been an outage, and so may a Monday.
export SOURCE_DATE_EPOCH=1774396800  # 2026-03-25
python3 - > shop.csv << 'END'
from datetime import datetime, timedelta
print("time,status,count")
time = datetime(2026, 2, 9)
while time < datetime(2026, 3, 24):
    dead = time.strftime("%m-%d") == "03-23"
    if time.weekday() < 6 and 9 <= time.hour < 22 and not (dead and time.hour > 10):
        print(f"{time},approved,{2 + (time.minute * 7 + time.day) % 3}")
        if time.minute % 10 == 0:
            print(f"{time},denied,1")
    time += timedelta(minutes=1)
END
pos-score -q -b pos.db shop.csv > scored
pos-report -b pos.db -s 2026-03-08 -r incidents
checkout-stats -q -e -b pos.db --day 2026-03-08; echo "status $?"
checkout-stats -q -b pos.db --day 2026-03-08 --lang pt | sed -n 1,3p
echo '- as data: an event, and nothing lost'
checkout-stats -q -b pos.db --day 2026-03-08 -r anomalies | cut -d, -f1,7,8,10- | sed -n 1,3p
echo '- one Sunday before alone'
status=0; checkout-stats -q -e -b pos.db --day 2026-02-22 > out || status=$?
sed -n 1p out; echo "status $status"
echo '- a Monday that breaks off'
checkout-stats -q -b pos.db --day 2026-03-23 | sed -n '1,2p;/^Transactions/,/^$/p'
