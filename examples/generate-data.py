#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Write the example data: a week of history, a day with incidents, the same of many merchants, two checkout days.

Invented data in the shape of a real card terminal network: Poisson counts around a smooth daily
curve. The same seed gives the same bytes. Files, all with a header line:

  history.csv         time,status,count        Monday 2026-03-02 to Sunday, for pos-train
  day.csv             the same columns         Monday 2026-03-09, for pos-score
  labelled-day.csv    ... and label            day.csv; label 1: the row belongs to an incident
  merchants-history.csv  time,status,count,merchant,acquirer,bin,auth_code
                                               a smaller network, Monday 2026-03-02 to Wednesday
  merchants-day.csv   the same columns         Thursday 2026-03-05
  checkout-1.csv      time,today,yesterday,... sales an hour, an ordinary day
  checkout-2.csv      the same columns         the next day; nothing sold from 12h to 14h

A minute and status without transactions has no row, nor has a combination of columns. Incidents, first to last minute:

  Thursday 2026-03-05  15:20-15:34  denied four times as usual (the history is not spotless)
  Monday   2026-03-09  10:12-10:31  denied four times as usual
                       14:05-14:20  failed forty times as usual
                       16:40-16:52  silence: no rows at all
                       18:15-18:54  reversed six times as usual
                       20:10-20:39  approved at 40 % of the usual

And of merchants-day.csv, with their places:

  Thursday 2026-03-05  10:10-10:39  merchant=alfa: seven of ten denied, all with auth_code=05
                       12:20-12:59  merchant=charlie: dead, no rows
                       14:30-14:49  acquirer=sul: four of ten failed, with auth_code=91
                       18:10-18:49  merchant=bravo and bin=411111: nine of ten denied, with the usual codes
                       20:10-20:39  denied five times as usual, everywhere alike: no place
"""

import argparse
import math
import pathlib
import random
import sys
from collections import Counter
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


# The smaller network. Merchants by size: the k-th has 1/k of the first one's transactions, charlie a tenth of all.
MERCHANTS = {name: 1 / (k + 1) for k, name in enumerate(
    ("alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo", "lima"))}
ACQUIRERS = {"norte": 6, "sul": 3, "leste": 1}
BINS = {"411111": 54, "424242": 22, "510510": 12, "555555": 7, "601111": 4, "650000": 1}
AUTH_CODES = {  # as in ISO 8583; a status that is not here was approved first: 00
    "denied": {"51": 45, "05": 25, "54": 12, "57": 10, "59": 8},
    "failed": {"91": 6, "96": 4},
    "processing": {"": 1},  # none yet
}
NETWORK_VOLUME = 0.5  # of the usual rate
NETWORK_RATIOS = RATIOS | {"denied": 0.05}


class Place(NamedTuple):
    """An incident of the smaller network: of the transactions that match `where`, `share` get `status`."""
    first: int
    last: int
    where: dict[str, str]  # column -> value; empty: all
    status: str | None  # none: there are no transactions
    share: float
    auth_code: str | None = None  # none: one of the usual


PLACES = (
    Place(at(3, "10:10"), at(3, "10:39"), {"merchant": "alfa"}, "denied", 0.7, "05"),
    Place(at(3, "12:20"), at(3, "12:59"), {"merchant": "charlie"}, None, 1.0),
    Place(at(3, "14:30"), at(3, "14:49"), {"acquirer": "sul"}, "failed", 0.4, "91"),
    Place(at(3, "18:10"), at(3, "18:49"), {"merchant": "bravo", "bin": "411111"}, "denied", 0.9),
    Place(at(3, "20:10"), at(3, "20:39"), {}, "denied", 0.2),  # beside the usual 5 of a hundred
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


def pick(rng: random.Random, weights: dict[str, float]) -> str:
    rest = rng.random() * sum(weights.values())
    for value, weight in weights.items():
        rest -= weight
        if rest < 0:
            break
    return value


def payment(rng: random.Random, minute: int) -> dict[str, str] | None:
    """One transaction of the smaller network; none where its merchant is dead."""
    columns = {"merchant": pick(rng, MERCHANTS), "acquirer": pick(rng, ACQUIRERS), "bin": pick(rng, BINS)}
    columns["status"] = pick(rng, NETWORK_RATIOS)
    columns["auth_code"] = pick(rng, AUTH_CODES.get(columns["status"], {"00": 1}))
    for place in PLACES:
        if not place.first <= minute <= place.last or not place.where.items() <= columns.items():
            continue
        if rng.random() < place.share:
            if place.status is None:
                return None
            columns["status"] = place.status
            columns["auth_code"] = place.auth_code or pick(rng, AUTH_CODES[place.status])
    return columns


def payment_lines(rng: random.Random, first: int, end: int) -> list[str]:
    order = list(NETWORK_RATIOS)
    lines = []
    for minute in range(first, end):
        mean = usual_rate(minute) * NETWORK_VOLUME * sum(NETWORK_RATIOS.values())
        payments = [payment(rng, minute) for _ in range(poisson(rng, mean))]
        counts = Counter((order.index(p["status"]), p["merchant"], p["acquirer"], p["bin"], p["auth_code"])
                         for p in payments if p is not None)
        for (status, *others), count in sorted(counts.items()):
            lines.append(f"{Row(minute, order[status], count, 0).csv()},{','.join(others)}")
    return lines


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

    network = random.Random(options.seed)

    network_header = "time,status,count,merchant,acquirer,bin,auth_code"
    checkout_header = "time,today,yesterday,same_day_last_week,avg_last_week,avg_last_month"
    files = {
        "history.csv": ["time,status,count", *(row.csv() for row in history)],
        "day.csv": ["time,status,count", *(row.csv() for row in day)],
        "labelled-day.csv": ["time,status,count,label", *(f"{row.csv()},{row.label}" for row in day)],
        "merchants-history.csv": [network_header, *payment_lines(network, 0, 3 * DAY)],
        "merchants-day.csv": [network_header, *payment_lines(network, 3 * DAY, 4 * DAY)],
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
