#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""clock-change.py ZONE DATE FORM: a business that never closes, before and after clocks change in the night to DATE.

history.csv has three weeks before the day before DATE, night.csv the 36 hours from there on (by the clock). FORM: epoch,
offset, wall (an export: what comes twice is one row), live (wall clock, as rows come).
"""
import datetime
import math
import sys
import zoneinfo

from chance import poisson

zone, day, form = zoneinfo.ZoneInfo(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2]), sys.argv[3]
WALL = '%Y-%m-%d %H:%M'


def instant(date, hour):
    return int(datetime.datetime.combine(date, datetime.time(hour), zone).timestamp())


def write(name, begin, end):
    rows = []
    for second in range(begin, end, 60):
        here = datetime.datetime.fromtimestamp(second, zone)
        level = 1 + 0.5 * math.sin((here.hour * 60 + here.minute) * 2 * math.pi / 1440 - 2)
        text = {'epoch': str(second), 'offset': here.isoformat()}.get(form, here.strftime(WALL))
        for status, mean in (('approved', 20), ('denied', 3)):
            rows.append((text, status, poisson(mean * level)))
    if form == 'wall':
        sums = {}
        for text, status, count in rows:
            sums[text, status] = sums.get((text, status), 0) + count
        rows = [(text, status, count) for (text, status), count in sorted(sums.items())]
    with open(name, 'w', encoding='utf-8') as out:
        out.write('time,status,count\n')
        out.writelines(f'{text},{status},{count}\n' for text, status, count in rows if count)


yesterday = day - datetime.timedelta(1)
write('history.csv', instant(yesterday - datetime.timedelta(21), 0), instant(yesterday, 0))
write('night.csv', instant(yesterday, 0), instant(day, 12))
