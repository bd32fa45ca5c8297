"""What a soak has left: rows and messages each once, databases whole, nothing grown, no stray file."""
import collections
import csv
import datetime
import email
import email.policy
import json
import pathlib
import sqlite3
import subprocess

from day import DAY, finding
from feed import as_stored


def query(database, sql):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def stored_rows(database):
    """Without those made up for silence."""
    return collections.Counter(query(database, "SELECT time, status, count FROM transactions WHERE source IS NOT NULL"))


def compare_rows(name, database, fed):
    """The history has what was fed: all of it, and nothing twice."""
    stored, fed = stored_rows(database), collections.Counter(map(as_stored, fed))
    lost, twice = fed - stored, stored - fed
    for what, rows in (("lost", lost), ("twice", twice)):
        if rows:
            finding(f"{name}: {rows.total()} rows {what}, such as {next(iter(rows))}")
    unjudged = query(database, "SELECT count(*) FROM transactions WHERE source IS NOT NULL AND surprise IS NULL")[0][0]
    print(f"rows, {name}: {fed.total()} fed, {stored.total()} stored, {lost.total()} lost, {twice.total()} twice,"
          f" {unjudged} unjudged")
    if (answer := query(database, "PRAGMA integrity_check")[0][0]) != "ok":
        finding(f"{database}: {answer}")


Message = collections.namedtuple("Message", "target id text unheard")  # unheard: taken, and hung up on instead of 250


def read_mail(pattern, target=None):
    for file in sorted(pathlib.Path(".").glob(pattern)):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        text = mail.get_body(("plain",)).get_content()
        unheard = (file.parent.parent / "unheard").exists()
        yield from (Message(one, mail["Message-ID"].strip(), text, unheard) for one in (target or mail["X-Peer-To"]).split(","))


def read_posts(pattern):
    """Those that were answered 200."""
    for file in sorted(pathlib.Path(".").glob(pattern)):
        refused = file.parent.parent / "refused"
        if not refused.exists() or int(file.stem) > int(refused.read_text(encoding="ascii")):
            text = file.read_text(encoding="utf-8")
            yield Message("webhook", json.loads(text)["message_id"], text, False)


def compare_messages(name, database, got, most_doubled):
    """What the outbox has was sent and came, once each; each incident of the rows was told, and its end to who knew of it."""
    sent = query(database, "SELECT channel, target, message_id, state, event, incident FROM outbox")
    wanted = collections.Counter((target if channel == "mail" else channel, message_id) for channel, target, message_id, *_ in sent)
    came = collections.Counter((message.target, message.id) for message in got)
    unheard = sum(message.unheard for message in got)
    lost, unknown = set(wanted) - set(came), set(came) - set(wanted)
    doubled = sum(times - 1 for times in came.values()) - unheard

    for _, target, message_id, state, event, incident in sent:
        if state != "sent":
            finding(f"{name}: {event} of {incident} to {target} is {state} in the end: {message_id}")
    for target, message_id in sorted(lost):
        finding(f"{name}: {message_id} to {target} did not come")
    for target, message_id in sorted(unknown):
        finding(f"{name}: {message_id} to {target} is in no outbox")
    if max(wanted.values(), default=1) > 1:
        finding(f"{name}: a message is in the outbox twice")
    if doubled > most_doubled:
        finding(f"{name}: {doubled} messages came twice, {most_doubled} may have")

    incidents = reported_incidents(database)
    all_text = " ".join(message.text for message in got)
    untold = [incident for incident in incidents if incident not in all_text]
    if untold:
        finding(f"{name}: nobody was told of incidents {' '.join(untold)}")
    opened, over = ({incident for *_, event, incident in sent if event == which} for which in ("opened", "resolved"))
    resolved = {incident for incident, in query(database, "SELECT id FROM incidents WHERE state = 'resolved'")}
    if still_open := resolved & opened - over:
        finding(f"{name}: nobody was told that these are over: {still_open}")

    events = collections.Counter(event for *_, event, _ in sent)
    print(f"messages, {name}: {len(sent)} told ({', '.join(f'{n} {event}' for event, n in sorted(events.items()))}),"
          f" {came.total()} came, {len(lost)} lost, {unheard} taken by who hung up and sent again, {doubled} doubled"
          f" ({most_doubled} may be); incidents: {len(incidents)} in the report, {len(untold)} untold")


def reported_incidents(database):
    table = subprocess.run(["pos-report", "-b", database, "-s", f"{DAY:%F}", "-u", f"{DAY + datetime.timedelta(1):%F}",
                            "-r", "incidents", "-f", "csv"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    return sorted({row["incident"] for row in csv.DictReader(table.splitlines())})


def judge_growth(program):
    """The last third of the longest life against its first: 15 % and 4 MB more memory, or two files, are growth."""
    life = max(program.lives, key=len, default=[])[2:]  # by then it has begun
    third = len(life) // 3
    if not third:
        return
    memory, files = zip(*life)
    early, late = max(memory[:third]), max(memory[-third:])
    print(f"memory, {program.name}: {len(program.lives)} lives; in the longest, {len(life)} s, {memory[0] / 1024:.1f} MB at the"
          f" begin, {memory[-1] / 1024:.1f} at the end, at most {early / 1024:.1f} in its first third, {late / 1024:.1f} in its"
          f" last; {max(files[:third])} and {max(files[-third:])} open files")
    if len(life) < 300:
        return  # too short: the 8 MB of libcurl come with the first message
    if late > early * 1.15 and late > early + 4096:
        finding(f"{program.name}: memory grew from {early} to {late} KiB")
    if max(files[-third:]) > max(files[:third]) + 2:
        finding(f"{program.name}: open files grew from {max(files[:third])} to {max(files[-third:])}")


def find_stray_files(folders, known):
    there = {str(path) for folder in folders for path in pathlib.Path(folder).glob("*")}
    if stray := sorted(there - set(known)):
        finding(f"stray files: {' '.join(stray)}")
