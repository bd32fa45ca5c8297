"""The rows of a soak, and the two ways in: a file that is rotated, and POSTs."""
import collections
import csv
import datetime
import http.client
import os
import random
import threading
import time

from day import DAY, counts, finding

HEADER = "time,status,count\n"


def feed_rows(path, first_second, last_second):
    """(second of the day, line) of single transactions, in order of time: those of path, at any moment of their minute, and
    in fifteen of every hundred minutes seven times as many denied."""
    rows = []
    with open(path, encoding="ascii") as file:
        for row in csv.DictReader(file):
            minute = int(row["time"][11:13]) * 60 + int(row["time"][14:16])
            times = 7 if row["status"] == "denied" and minute % 100 < 15 else 1
            for _ in range(int(row["count"]) * times):
                second = minute * 60 + random.randrange(60000) / 1000
                at = (DAY + datetime.timedelta(seconds=second)).isoformat(sep=" ", timespec="milliseconds")
                if first_second <= second < last_second:
                    rows.append((second, f"{at},{row['status']},1\n"))
    return sorted(rows)


def as_stored(line):
    """(time, status, count) as a history has it."""
    at, status, count = line.rstrip("\n").split(",")
    return at.split(".")[0], status, int(count)


class LiveFile:
    """live.csv, rotated as logrotate does it: live.csv.1 is that of before, and the writer has it for a moment more."""

    def __init__(self):
        self.begin()

    def begin(self):
        self.file = open("live.csv", "w", encoding="ascii")
        self.file.write(HEADER)
        self.is_renamed = False

    def write(self, lines):
        self.file.write("".join(lines))
        self.file.flush()
        if lines and self.is_renamed:
            self.file.close()
            self.begin()

    def rotate(self):
        os.rename("live.csv", "live.csv.1")
        self.is_renamed = True
        counts["rotations"] += 1


class Poster(threading.Thread):
    """Posts what is put into `waiting`, some rows a body, each until it is answered 200; one in ten once more after that."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.waiting, self.answered, self.done = port, collections.deque(), [], False
        self.answers = collections.Counter()

    def run(self):
        number = 0
        while not self.done or self.waiting:
            time.sleep(0.2)
            rows = [self.waiting.popleft() for _ in range(min(len(self.waiting), 500))]
            if rows:
                number += 1
                first = self.post_until_answered(HEADER + "".join(rows), f"soak-{number}")
                self.answered += rows
                if random.random() < 0.1 and self.post_until_answered(HEADER + "".join(rows), f"soak-{number}") != first:
                    finding(f"POST {number} is answered otherwise the second time")

    def post_until_answered(self, body, key):
        while True:
            status, answer = self.post(body, key)
            self.answers[status] += 1
            if status == 200:
                return answer
            if status not in ("none", 503):
                finding(f"POST {key} is answered {status}: {answer[:200]!r}")
            time.sleep(0.3)

    def post(self, body, key):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("POST", "/api/score", body, {"Content-Type": "text/csv", "Idempotency-Key": key})
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            return "none", b""
        finally:
            connection.close()
