#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""opening-hours.py NIGHT FROM [UNTIL]: a shop open from 09:00 to 21:00 with about 20 approvals and 2 denials a minute.

NIGHT is what comes a minute while it is closed. history.csv has two weeks, days.csv the three days after them, outage.csv
those days with nothing on the second one, 2026-03-17, from FROM until UNTIL (15:00).
"""
import datetime
import sys

from chance import poisson

night, begin, end = float(sys.argv[1]), sys.argv[2], (sys.argv[3:] or ['15:00'])[0]


def write(name, rows):
    with open(name, 'w', encoding='utf-8') as out:
        out.write('time,status,count\n')
        out.writelines(f'{time},{status},{count}\n' for time, status, count in rows if count)


def rows(first, days):
    for minute in range(days * 1440):
        at = datetime.datetime(2026, 3, first) + datetime.timedelta(minutes=minute)
        is_open = 9 <= at.hour < 21
        yield at.strftime('%Y-%m-%d %H:%M'), 'approved', poisson(20 if is_open else night)
        yield at.strftime('%Y-%m-%d %H:%M'), 'denied', poisson(2 if is_open else night / 10)


write('history.csv', rows(2, 14))
after = list(rows(16, 3))
write('days.csv', after)
write('outage.csv', [row for row in after if not f'2026-03-17 {begin}' <= row[0] < f'2026-03-17 {end}'])
