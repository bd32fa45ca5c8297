#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write the example data: a week of history, a day with incidents, two checkout days.

Invented data in the shape of a real card terminal network: Poisson counts around a smooth daily
curve. The same seed gives the same bytes. Files, all with a header line:

  history.csv         time,status,count        Monday 2026-03-02 to Sunday, for pos-train
  day.csv             the same columns         Monday 2026-03-09, for pos-score
  labelled-day.csv    ... and label            day.csv; label 1: the row belongs to an incident
  checkout-1.csv      time,today,yesterday,... sales an hour, an ordinary day
  checkout-2.csv      the same columns         the next day; nothing sold from 12h to 14h

A minute and status without transactions has no row. Incidents, first to last minute:

  Thursday 2026-03-05  15:20-15:34  denied four times as usual (the history is not spotless)
  Monday   2026-03-09  10:12-10:31  denied four times as usual
                       14:05-14:20  failed forty times as usual
                       16:40-16:52  silence: no rows at all
                       18:15-18:54  reversed six times as usual
                       20:10-20:39  approved at 40 % of the usual
"""

import argparse
import math
import pathlib
import random
import sys
from datetime import datetime, timedelta
from typing import NamedTuple

MONDAY = datetime(2026, 3, 2)
DAY = 24 * 60  # minutes; all times below are minutes since MONDAY

# Transactions of a status per approved one; also the order of the rows within a minute.
RATIOS = {
    "approved": 1.0,
    "denied": 0.08,
    "failed": 0.003,
    "reversed": 0.02,
    "backend_reversed": 0.01,
    "refunded": 0.01,
    "processing": 0.001,
}

# The daily curve: bell-shaped rushes over a quiet night. (hour of the peak, width in hours, approved a minute)
NIGHT = 2.0
WORKDAY = ((12.5, 2.4, 45.0), (19.0, 2.2, 42.0))
WEEKEND = ((13.5, 2.8, 38.0), (20.0, 2.4, 46.0))
WEEKDAY_VOLUME = (0.95, 0.95, 1.0, 1.0, 1.1, 1.1, 0.9)  # Monday first

CHECKOUT_DAY = ((12.5, 3.0, 38.0), (19.5, 2.5, 28.0))  # as above, but sales an hour
CHECKOUT_VOLUME = (1.0, 1.0, 1.05, 1.05, 1.15, 0.8, 0.6)
CHECKOUT_OUTAGE = range(12, 15)  # hours of the second day


class Incident(NamedTuple):
    first: int  # minute
    last: int  # minute, still part of it
    factors: dict[str, float]  # status -> factor on its usual rate


def at(day: int, clock: str) -> int:
    hour, minute = clock.split(":")
    return day * DAY + int(hour) * 60 + int(minute)


INCIDENTS = (
    Incident(at(3, "15:20"), at(3, "15:34"), {"denied": 4.0}),
    Incident(at(7, "10:12"), at(7, "10:31"), {"denied": 4.0}),
    Incident(at(7, "14:05"), at(7, "14:20"), {"failed": 40.0}),
    Incident(at(7, "16:40"), at(7, "16:52"), dict.fromkeys(RATIOS, 0.0)),
    Incident(at(7, "18:15"), at(7, "18:54"), {"reversed": 6.0}),
    Incident(at(7, "20:10"), at(7, "20:39"), {"approved": 0.4}),
)


class Row(NamedTuple):
    minute: int
    status: str
    count: int
    label: int

    def csv(self) -> str:
        return f"{MONDAY + timedelta(minutes=self.minute):%Y-%m-%d %H:%M},{self.status},{self.count}"


def poisson(rng: random.Random, mean: float) -> int:
    """A Poisson variate; for means below about 700, where exp(-mean) is still a normal number.

    Source: Knuth, The Art of Computer Programming, vol. 2, 3.4.1, algorithm Q. Not a library's: random()
    is the one method Python promises to keep the same from version to version.
    """
    limit = math.exp(-mean)
    product = rng.random()
    count = 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def rushes(hour: float, shape: tuple) -> float:
    return sum(height * math.exp(-0.5 * ((hour - peak) / width) ** 2) for peak, width, height in shape)


def usual_rate(minute: int) -> float:
    """Approved transactions expected in this minute."""
    today = minute // DAY
    rate = NIGHT
    for day in (today - 1, today):  # last night's rush ends after midnight
        shape = WEEKEND if day % 7 >= 5 else WORKDAY
        rate += WEEKDAY_VOLUME[day % 7] * rushes((minute - day * DAY) / 60, shape)
    return rate


def transactions(rng: random.Random, first: int, end: int) -> list[Row]:
    rows = []
    for minute in range(first, end):
        factors = {}
        for incident in INCIDENTS:
            if incident.first <= minute <= incident.last:
                factors |= incident.factors
        for status, ratio in RATIOS.items():
            count = poisson(rng, usual_rate(minute) * ratio * factors.get(status, 1.0))
            if count > 0:
                rows.append(Row(minute, status, count, int(status in factors)))
    return rows


def checkout_days(rng: random.Random) -> list[list[int]]:
    """Sales by hour of 32 days: a month, the day of the first file and the day of the second."""
    days = [[poisson(rng, CHECKOUT_VOLUME[day % 7] * rushes(hour, CHECKOUT_DAY)) for hour in range(24)]
            for day in range(32)]
    for hour in CHECKOUT_OUTAGE:
        days[-1][hour] = 0
    return days


def checkout_lines(days: list[list[int]], today: int) -> list[str]:
    def average(length: int, hour: int) -> float:
        return sum(day[hour] for day in days[today - length:today]) / length

    return [f"{hour:02}h,{days[today][hour]},{days[today - 1][hour]},{days[today - 7][hour]},"
            f"{average(7, hour):.2f},{average(30, hour):.2f}" for hour in range(24)]


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the example data of pos-tools.")
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).parent / "data",
                        help="where the files go (default: data/ beside this script)")
    parser.add_argument("--seed", type=int, default=42, help="default: %(default)s, which made the files in data/")
    options = parser.parse_args()

    rng = random.Random(options.seed)
    history = transactions(rng, 0, 7 * DAY)
    day = transactions(rng, 7 * DAY, 8 * DAY)
    days = checkout_days(rng)

    checkout_header = "time,today,yesterday,same_day_last_week,avg_last_week,avg_last_month"
    files = {
        "history.csv": ["time,status,count", *(row.csv() for row in history)],
        "day.csv": ["time,status,count", *(row.csv() for row in day)],
        "labelled-day.csv": ["time,status,count,label", *(f"{row.csv()},{row.label}" for row in day)],
        "checkout-1.csv": [checkout_header, *checkout_lines(days, 30)],
        "checkout-2.csv": [checkout_header, *checkout_lines(days, 31)],
    }
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
        for name, lines in files.items():
            (options.folder / name).write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    except OSError as error:
        print(f"generate-data.py: {error.filename}: {error.strerror}", file=sys.stderr)
        return 73
    return 0


if __name__ == "__main__":
    sys.exit(main())
