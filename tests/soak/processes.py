"""What runs in a soak: the programs, which end as told and are started again, and who takes mail and POSTs."""
import os
import pathlib
import re
import signal
import socket
import subprocess

from day import counts, environment, finding, now, wait_until

MAIL = pathlib.Path(__file__).resolve().parent.parent / "mail"


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return any_port.getsockname()[1]


def run_once(*command):
    """Its exit status, by the clock of the soak and without input; what it says goes to once.errors."""
    with open("once.errors", "a", encoding="utf-8") as errors:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors, check=False,
                              env={**os.environ, **environment()}).returncode


class Peer:
    """A server of tests/mail, on one port; each start has a folder of its own."""

    def __init__(self, name, seconds):
        self.name, self.seconds = name, seconds
        self.process, self.starts, self.port = None, 0, free_port()

    def start(self, *options):
        self.starts += 1
        command = [MAIL / self.name, *options, "--port", str(self.port), "--seconds", str(self.seconds), self.folder()]
        self.process = subprocess.Popen(command)
        wait_until((self.folder() / "port").exists, 20, f"{self.name} listens")

    def folder(self):
        return pathlib.Path(f"{self.name}-{self.starts:02}")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
        self.process = None

    def change(self, *options):
        """Ends it, and starts it with other options; `dead` leaves it ended."""
        self.stop()
        if options != ("dead",):
            self.start(*options)


class Program:
    """A program of ours. look_after() starts it again a second after it has ended, and holds its exit status to the manual:
    the signal that was sent, or 74 where `may_fail` says that the disk is full. Its errors go to NAME.errors."""

    def __init__(self, name, command, may_fail, behind=None):
        self.name, self.command, self.may_fail, self.behind = name, command, may_fail, behind
        self.process = self.source = self.asked = None
        self.ended_at = 0
        self.lives = []  # each: [(memory in KiB, open files)], one a second

    def start(self):
        with open(f"{self.name}.errors", "a", encoding="utf-8") as errors:
            if self.behind:  # a process group of its own: a shell, then a tail
                self.source = subprocess.Popen(["sh", "-c", self.behind], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                               start_new_session=True)
            self.process = subprocess.Popen(self.command, stdin=self.source.stdout if self.source else subprocess.DEVNULL,
                                            stdout=subprocess.DEVNULL, stderr=errors,
                                            env={**os.environ, **environment()})
            if self.source:
                self.source.stdout.close()
        self.asked = None
        self.lives.append([])

    def kill(self, number):
        if self.process and self.process.poll() is None:
            self.asked = number
            counts[f"{self.name} {number.name}"] += 1
            self.process.send_signal(number)

    def look_after(self):
        if self.process and self.process.poll() is not None:
            self.judge_status(self.process.returncode)
            self.stop_source()
            self.process, self.ended_at = None, now()
        if self.process is None and now() > self.ended_at + 1:
            self.start()

    def judge_status(self, status):
        if status == 74:
            counts[f"{self.name} 74"] += 1
        if status != (-self.asked if self.asked else None) and not (status == 74 and self.may_fail()):
            finding(f"{self.name} ended with status {status}; see {self.name}.errors")

    def stop_source(self):
        if self.source:
            os.killpg(self.source.pid, signal.SIGTERM)
            self.source.wait()
            self.source = None

    def end(self):
        """For good, by SIGTERM."""
        self.kill(signal.SIGTERM)
        try:
            self.judge_status(self.process.wait(30))
        except subprocess.TimeoutExpired:
            finding(f"{self.name} does not end within 30 s of SIGTERM")
        self.abandon()

    def abandon(self):
        if self.process:
            self.process.kill()
        self.stop_source()

    def measure(self):
        if self.process:
            measure(self.process.pid, self.lives[-1])


class AlertCommand:
    """The pos-alert that pos-serve runs, and starts again."""

    def __init__(self, server):
        self.name, self.server, self.measured, self.lives = "serve's pos-alert", server, None, []

    def pid(self):
        if self.server.process:
            for file in pathlib.Path(f"/proc/{self.server.process.pid}/task").glob("*/children"):
                if pids := read(file):
                    return int(pids.split()[0])
        return None

    def kill(self, number):
        if pid := self.pid():
            counts[f"{self.name} {number.name}"] += 1
            os.kill(pid, number)

    def measure(self):
        pid = self.pid()
        if pid != self.measured:
            self.measured = pid
            self.lives.append([])
        if pid:
            measure(pid, self.lives[-1])


def read(path):
    try:
        return pathlib.Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def measure(pid, life):
    memory = re.search(r"VmRSS:\s+(\d+)", read(f"/proc/{pid}/status"))
    try:
        life.append((int(memory[1]), len(os.listdir(f"/proc/{pid}/fd"))))
    except (OSError, TypeError):
        pass  # it has just ended
