"""The clock of a soak, where a second of ours is 48 of the programs, and what was seen and found in it."""
import collections
import datetime
import os
import time

SPEED = 48
DAY = datetime.datetime(2026, 3, 9)  # that of examples/data/day.csv

findings = []
counts = collections.Counter()
_began = _first_second = 0.0


def begin(first_second):
    """From now on, first_second of the day being now."""
    global _began, _first_second
    _began, _first_second = time.monotonic(), first_second


def now():
    """Real seconds since the beginning."""
    return time.monotonic() - _began


def second():
    """Of the day, as the programs see it."""
    return _first_second + now() * SPEED


def environment():
    """What gives a program this clock; clock.so, made of clock.c, is in the folder of the soak."""
    shown = (DAY - datetime.datetime(1970, 1, 1)).total_seconds() + _first_second
    return {"LD_PRELOAD": os.path.abspath("clock.so"), "SOAK_CLOCK": f"{_began} {shown} {SPEED}"}


def say(line):
    print(f"{now():8.1f} s  {DAY + datetime.timedelta(seconds=second()):%H:%M}  {line}", flush=True)


def finding(line):
    findings.append(line)
    say("FINDING: " + line)


def wait_until(condition, seconds, what):
    give_up = now() + seconds
    while not condition():
        if now() > give_up:
            return finding(f"waited {seconds} s in vain until {what}")
        time.sleep(0.05)
