"""What tests/faults/run runs, and what it makes fail."""
import atexit
import csv
import dataclasses
import email
import email.policy
import errno
import http.client
import io
import json
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = TESTS.parent / "examples/data"
ENVIRONMENT = {"LC_ALL": "C"}

# By call: its errors (0: half of what is asked), and whether those after it fail as well.
FAULTS = {
    "open": [(errno.EMFILE, "once"), (errno.EMFILE, "on"), (errno.EIO, "once"), (errno.ENOSPC, "on"),
             (errno.EINTR, "once")],
    "mkostemp": [(errno.ENOSPC, "once"), (errno.EMFILE, "once")],
    "read": [(errno.EIO, "once"), (errno.EINTR, "once"), (0, "once"), (0, "on")],
    "write": [(errno.ENOSPC, "on"), (errno.ENOSPC, "once"), (errno.EIO, "once"), (errno.EINTR, "once"), (0, "once"),
              (0, "on")],
    "pread": [(errno.EIO, "once"), (errno.EINTR, "once"), (0, "once")],
    "pwrite": [(errno.ENOSPC, "on"), (errno.ENOSPC, "once"), (errno.EIO, "once"), (errno.EINTR, "once"), (0, "once")],
    "poll": [(errno.EINTR, "once")],
    "fsync": [(errno.EIO, "once")],
    "fdatasync": [(errno.EIO, "once"), (errno.ENOSPC, "on")],
    "ftruncate": [(errno.EIO, "once"), (errno.ENOSPC, "on")],
    "rename": [(errno.EIO, "once"), (errno.ENOSPC, "once")],
    "link": [(errno.EIO, "once")],
    "unlink": [(errno.EIO, "once")],
    "mkdir": [(errno.ENOSPC, "once")],
    "close": [(errno.EIO, "once"), (errno.EINTR, "once")],
    "malloc": [(errno.ENOMEM, "once"), (errno.ENOMEM, "on")],
    "mmap": [(errno.ENOMEM, "once"), (errno.ENOMEM, "on")],
    "pipe2": [(errno.EMFILE, "once")],
    "socket": [(errno.EMFILE, "once")],
    "accept": [(errno.EMFILE, "once"), (errno.ECONNABORTED, "once"), (errno.EINTR, "once")],
    "connect": [(errno.ECONNREFUSED, "once")],
    "send": [(errno.ECONNRESET, "once"), (errno.EINTR, "once"), (0, "once")],
    "recv": [(errno.ECONNRESET, "once"), (errno.EINTR, "once"), (0, "once")],
    "posix_spawn": [(errno.EAGAIN, "once")],
    "fork": [(errno.EAGAIN, "once")],
    "pthread_create": [(errno.EAGAIN, "once")],
}

# By a view that the database has: what must be the same at last.
QUERIES = {
    "transactions": "SELECT seconds, status, count, score, expected, surprise, severity, final_decision, reason, model "
                    "FROM transactions ORDER BY id",
    "incidents": "SELECT id, state, severity, status, first, last, resolved, lost FROM incidents ORDER BY id",
    "outbox": "SELECT incident, event, channel, target, state FROM outbox ORDER BY id",
}


def messages(name, text):
    """The messages of a file by their ID, which one that is told twice has twice; nothing: it is no such file."""
    if name.startswith("mail/new/"):
        fields = email.message_from_string(text, policy=email.policy.default)
        return {fields["Message-ID"]: fields["Subject"]}
    if name == "told.ndjson":
        return {told["message_id"]: told["subject"] for told in map(json.loads, text.splitlines())}
    return None


@dataclasses.dataclass
class Result:
    status: int
    out: str
    errors: str


@dataclasses.dataclass
class Command:
    line: str
    keeps: tuple = ()  # files that are as before or as after an undisturbed run, whatever happens
    next: str = ""     # the next run, for the shell, where it is not the same again
    now: str = ""      # the time of the clock, in seconds
    stdin: str = os.devnull
    status: int = 0
    is_server = False
    launcher = ()  # words before it

    @property
    def tool(self):
        return self.line.split()[0]

    def run(self, folder, place, environment, again):
        words = ["sh", "-c", self.next] if again and self.next else shlex.split(self.line)
        if self.now:
            environment["SOURCE_DATE_EPOCH"] = self.now
        words = [*self.launcher, shutil.which(words[0], path=environment["PATH"]), *words[1:]]
        with open(folder / self.stdin, "rb") as stdin, open(place / "out", "wb") as out, \
                open(place / "errors", "wb") as errors:
            try:
                status = subprocess.run(words, cwd=folder, env=environment, stdin=stdin, stdout=out, stderr=errors,
                                        timeout=100).returncode
            except subprocess.TimeoutExpired:
                status = "hangs"
        return Result(status, *((place / name).read_text(errors="replace") for name in ("out", "errors")))

    def lost(self, result, left, look):
        """Of what it said it has done: what it has not."""
        told = sum(row.get("event") == "sent" for row in csv.DictReader(io.StringIO(result.out)))
        stored = sum(len(what) for name, what in left.items() if name == "messages")
        if self.tool == "pos-alert" and told > stored:
            yield f"says sent {told} times, and {stored} are there"


class Mail(Command):
    """pos-alert, and a mail server for all the runs there are."""
    box = None
    accepted = {}  # Message-ID by file

    @classmethod
    def start_server(cls, box):
        """False: there is none to start."""
        if subprocess.run(["/usr/bin/python3", "-c", "import aiosmtpd"], stderr=subprocess.DEVNULL).returncode:
            return False
        server = subprocess.Popen(["/usr/bin/python3", TESTS / "mail/server", "--seconds", "36000", box])
        atexit.register(lambda: (server.terminate(), server.wait()))
        while not (box / "port").exists() or not (box / "port").read_text():
            if server.poll() is not None:
                raise SystemExit("the mail server does not start")
            time.sleep(0.05)
        cls.box = box
        return True

    def run(self, folder, place, environment, again):
        smtp = f"smtp+plain://127.0.0.1:{(self.box / 'port').read_text().strip()}"
        filled = dataclasses.replace(self, line=self.line.replace("SMTP", smtp), next=self.next.replace("SMTP", smtp))
        return Command.run(filled, folder, place, environment, again)

    def lost(self, result, left, look):
        """A message that counts as sent was accepted by the server."""
        for mail in os.scandir(self.box / "mail"):
            if mail.name not in self.accepted:
                fields = email.message_from_bytes(pathlib.Path(mail).read_bytes())
                self.accepted[mail.name] = fields["Message-ID"].strip()
        for identity, in look("alert.db", {"outbox": "SELECT message_id FROM outbox WHERE state = 'sent'"}):
            if identity not in self.accepted.values():
                yield f"says that {identity} is sent"


POSTS = 3


class Server(Command):
    """pos-serve, a few posts, and its end by SIGTERM."""
    is_server = True

    def run(self, folder, place, environment, again):
        header, *rows = (folder / "day.csv").read_text().splitlines(keepends=True)
        size = len(rows) // POSTS
        words = self.line.split()
        answers = []
        with open(place / "errors", "wb") as errors:
            words = [*self.launcher, shutil.which(words[0], path=environment["PATH"]), *words[1:]]
            server = subprocess.Popen(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL, stderr=errors)
            try:
                port = self.port(server, place / "errors")
                for number in range(POSTS if port else 0):
                    body = header + "".join(rows[number * size:(number + 1) * size])
                    answers.append(self.post(port, body, f"post-{number}"))
                    if answers[-1] != "200":
                        break  # the rows of later minutes come later
                if answers[-1:] == ["200"]:
                    answers.append(self.ask(port, "GET", "/api/summary?since=2026-03-09"))
                server.send_signal(signal.SIGTERM)
                status = server.wait(20)
            except subprocess.TimeoutExpired:
                status = "hangs"
            finally:
                server.kill()
                server.wait()
        return Result(status, " ".join(answers), (place / "errors").read_text(errors="replace"))

    @staticmethod
    def port(server, errors):
        until = time.monotonic() + 60
        while server.poll() is None and time.monotonic() < until:
            text = errors.read_text()
            if "listening on" in text and text.endswith("\n"):
                return int(text.split("listening on")[1].split("/")[2].split(":")[1])
            time.sleep(0.002)
        return 0

    def post(self, port, body, key):
        """As clients do it: what is not taken is posted again."""
        for _ in range(3):
            if (answer := self.ask(port, "POST", "/api/score", body, key)) == "200":
                break
            time.sleep(0.02)
        return answer

    @staticmethod
    def ask(port, method, path, body=None, key=""):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request(method, path, body, {"Content-Type": "text/csv", "Idempotency-Key": key} if key else {})
            answer = connection.getresponse()
            answer.read()
            return str(answer.status)
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        finally:
            connection.close()

    def lost(self, result, left, look):
        stored = len(left["new.db"]) if isinstance(left.get("new.db"), list) else 0
        told = min(result.out.split().count("200"), POSTS) * ROWS // POSTS
        if told > stored:
            yield f"took {told} rows, and {stored} are there"


ROWS = 90
AN_HOUR_LATER = "1773018000"  # 2026-03-09 01:00
REPORT = "pos-report -b pos.db -s 2026-03-09 "
BACKUP = "pos-report -b pos.db --backup copy.db"


def alert(options, rows, kind=Command):
    """What is told of these rows. What is queued is sent by the next run."""
    always = f"pos-alert --from pos@example.com {options} "
    return kind(always + rows, next=f"{always} {rows}; {always} flush")


COMMANDS = {
    "train": Command("pos-train -q -m m --trees 8 --sample-size 32 --seed 2 --report report.json history.csv",
                     keeps=("m", "report.json")),
    "score": Command("pos-score -m m -o scored.csv day.csv", keeps=("scored.csv",)),
    "score-pipe": Command("pos-score -m m", stdin="day.csv"),
    "score-history": Command("pos-score -m m -b pos.db day.csv"),
    "score-new": Command("pos-score -m m -b new.db -o scored.csv day.csv", keeps=("scored.csv",)),
    "alert-maildir": alert("--replay -b alert.db --maildir mail", "incident.csv"),
    "alert-exec": alert("--replay -b alert.db --exec 'cat >> told.ndjson'", "incident.csv"),
    "alert-history": alert("-b pos.db --maildir mail", ""),
    "alert-mail": alert("--replay -b alert.db --to ops@example.com --smtp SMTP", "incident.csv", Mail),
    "report": Command(REPORT + "-r all", now=AN_HOUR_LATER),
    "report-page": Command(REPORT + "-f html -o page.html", keeps=("page.html",), now=AN_HOUR_LATER),
    "report-file": Command("pos-report -s 2026-03-09 -r all incident.csv", now=AN_HOUR_LATER),
    "report-backup": Command(BACKUP, keeps=("copy.db",), next=f"test -e copy.db || exec {BACKUP}"),
    "report-prune": Command("pos-report -b pos.db --prune 45m", now=AN_HOUR_LATER),
    "checkout": Command("checkout-stats checkout-1.csv checkout-2.csv"),
    "checkout-page": Command("checkout-stats -f html -o page.html checkout-1.csv", keeps=("page.html",)),
    "serve": Server("pos-serve -m m -b new.db --listen 127.0.0.1:0", status=-signal.SIGTERM),
}


def prepare(folder, programs):
    """The folder in which every run begins: a model, a history of half of the day, files of before. A mail server."""
    folder.mkdir()
    if not Mail.start_server(folder.parent / "box"):
        print("skipped: mail needs python3-aiosmtpd")
        del COMMANDS["alert-mail"]

    def some(name, rows):
        return "".join((EXAMPLES / name).read_text().splitlines(keepends=True)[:rows + 1])

    (folder / "history.csv").write_text(some("history.csv", 600))
    (folder / "day.csv").write_text(some("day.csv", ROWS))
    (folder / "half.csv").write_text(some("day.csv", ROWS // 2))
    shutil.copy(TESTS / "data/denied-incident.csv", folder / "incident.csv")
    for name in ("checkout-1.csv", "checkout-2.csv"):
        shutil.copy(EXAMPLES / name, folder)
    for name in ("scored.csv", "page.html", "report.json"):
        (folder / name).write_text("of before\n")
    environment = dict(ENVIRONMENT, PATH=f"{programs}:{os.environ['PATH']}", HOME=str(folder))
    for line in ("pos-train -q -m m --trees 8 --sample-size 32 history.csv", "pos-score -m m -b pos.db half.csv"):
        subprocess.run(line, shell=True, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
