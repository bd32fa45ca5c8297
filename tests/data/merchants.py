#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""merchants.py [single]: a feed of three merchants, alfa (60 % of it), bravo (30 %) and charlie (10 %), and two acquirers.

history.csv has three days, day.csv the one after them, 2026-03-05, in which

  10:00 to 10:19  four times as many of alfa's transactions are denied
  14:00 to 14:39  charlie is silent
  18:00 to 18:14  nothing comes at all
  21:00 to 21:19  four times as many are denied of all merchants, but those of acquirer y alone

single: a row for each transaction, and no count.
"""
import datetime
import math
import sys

from chance import poisson

single = sys.argv[1:] == ['single']
MERCHANTS = {'alfa': 0.6, 'bravo': 0.3, 'charlie': 0.1}
STATUSES = {'approved': 40, 'denied': 4, 'failed': 0.5}


def times(at, status, merchant, acquirer):
    """As many as on other days."""
    clock = at.strftime('%d %H:%M')
    if '05 18:00' <= clock < '05 18:15' or ('05 14:00' <= clock < '05 14:40' and merchant == 'charlie'):
        return 0
    more = ('05 10:00' <= clock < '05 10:20' and merchant == 'alfa') or ('05 21:00' <= clock < '05 21:20' and acquirer == 'y')
    return 4 if more and status == 'denied' else 1


def write(name, first, days):
    with open(name, 'w', encoding='utf-8') as out:
        out.write('time,status,merchant,acquirer\n' if single else 'time,status,count,merchant,acquirer\n')
        for minute in range(days * 1440):
            at = datetime.datetime(2026, 3, first) + datetime.timedelta(minutes=minute)
            level = 1 + 0.5 * math.sin(minute * 2 * math.pi / 1440 - 2)
            for status, mean in STATUSES.items():
                for merchant, share in MERCHANTS.items():
                    for acquirer in 'xy':
                        count = poisson(mean * share / 2 * level * times(at, status, merchant, acquirer))
                        row = f'{at:%Y-%m-%d %H:%M},{status},{merchant},{acquirer}\n'
                        out.write(row * count if single else row.replace(',' + merchant, f',{count},{merchant}') if count else '')


write('history.csv', 2, 3)
write('day.csv', 5, 1)
