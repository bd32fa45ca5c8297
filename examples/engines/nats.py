#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores rows that come through NATS JetStream, on any number of machines; loses none when a worker dies.

    nats.py publish PARTITION [ROWS] < rows.csv      rows into the stream rows-PARTITION, so many a message (100)
    nats.py work [OPTION]... PARTITION... -- COMMAND [ARG]...
    nats.py read SUBJECT                             all messages of a subject, one behind the other

work runs the command once for each message, with its rows on standard input, publishes what it prints to
scored.PARTITION, and acknowledges the message when that is stored. A partition has one message in work at a time,
whoever has it, so its rows are judged in their order; {} in an argument is the partition.

    nats.py work a b c d -- pos-score -q -m pos.model -p forest              # rows dealt out freely
    nats.py work --overlap a b c d -- pos-score -q -m pos.model -b {}.db     # a history for each: one disk
    nats.py work --bucket states a b c d -- pos-score -q -m pos.model --state {state}  # any machine

    --overlap        the last row of the message before comes first: what has no row between the two is silence
    --bucket NAME    {state} is a file that has what the key-value bucket has for the partition, and gives it back
    --ack-wait SEC   so long a worker may take; then another one gets the message (30)
    --until-empty    end when all messages are acknowledged, else on SIGTERM

A message that comes again (its worker died, or was slow) finds what it had done: pos-score -b knows its rows; a state
names the last message that is in it; and JetStream leaves out a result that it has. The server is that of $NATS_URL,
else 127.0.0.1:4222. It speaks the protocol of docs.nats.io by itself: without TLS, names and passwords.
"""
import base64
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile


PATIENCE = 60  # seconds


class Nats:
    def __init__(self):
        host, _, port = os.environ.get('NATS_URL', '127.0.0.1:4222').removeprefix('nats://').partition(':')
        try:
            self.socket = socket.create_connection((host, int(port or 4222)))
        except OSError as error:
            raise SystemExit(f"nats: no server at {host}:{port or 4222} ($NATS_URL): {error.strerror or error}")
        self.buffer = b''
        self.inbox, self.requests = '_INBOX.' + secrets.token_hex(8), 0
        self.line(PATIENCE)  # INFO
        self.send(b'CONNECT {"verbose":false,"headers":true,"no_responders":true}\r\n')

    def send(self, data):
        self.socket.sendall(data)

    def publish(self, subject, data, reply='', headers=None):
        head = ''.join(f'{name}: {value}\r\n' for name, value in (headers or {}).items())
        head = f'NATS/1.0\r\n{head}\r\n'.encode() if headers else b''
        sizes = f'{len(head)} {len(head) + len(data)}' if headers else f'{len(data)}'
        self.send(f"{'HPUB' if headers else 'PUB'} {subject} {reply} {sizes}\r\n".encode() + head + data + b'\r\n')

    def receive(self, patience):
        self.socket.settimeout(patience)
        data = self.socket.recv(1 << 16)
        if not data:
            raise SystemExit('nats: the server has ended')
        self.buffer += data

    def line(self, patience):
        while b'\r\n' not in self.buffer:
            self.receive(patience)
        line, self.buffer = self.buffer.split(b'\r\n', 1)
        return line.decode()

    def read(self, size):
        while len(self.buffer) < size:
            self.receive(PATIENCE)
        data, self.buffer = self.buffer[:size], self.buffer[size:]
        return data

    def next(self, patience):
        """The next message: (number of its subscription, reply or '', headers as text, data)."""
        while True:
            line = self.line(patience)
            kind, *words = line.split()
            if kind == 'PING':
                self.send(b'PONG\r\n')
            elif kind == '-ERR':
                raise SystemExit('nats: ' + line.strip())
            elif kind in ('MSG', 'HMSG'):
                head = int(words[-2]) if kind == 'HMSG' else 0
                data = self.read(int(words[-1]) + 2)[:-2]
                named = words[2:-2] if kind == 'HMSG' else words[2:-1]
                return int(words[1]), named[0] if named else '', data[:head].decode(), data[head:]

    def request(self, subject, data=b'', headers=None, patience=PATIENCE):
        self.requests += 1
        inbox = f'{self.inbox}.{self.requests}'
        self.send(f'SUB {inbox} {self.requests}\r\nUNSUB {self.requests} 1\r\n'.encode())
        self.publish(subject, data, inbox, headers)
        try:
            while True:
                to, *answer = self.next(patience)
                if to == self.requests:
                    return answer
        except TimeoutError:
            self.send(f'UNSUB {self.requests}\r\n'.encode())
            raise

    def ask(self, what, question, may_fail=False):
        """JetStream's API."""
        _, _, data = self.request('$JS.API.' + what, json.dumps(question).encode())
        answer = json.loads(data or b'{"error":{"description":"JetStream is not enabled (nats-server -js)"}}')
        if 'error' in answer and not may_fail:
            raise SystemExit(f"nats: {what}: {answer['error']['description']}")
        return answer

    def store(self, subject, data, headers):
        """Publishes, and waits until it is on disk. True: it is; False: somebody else was there first."""
        answer = json.loads(self.request(subject, data, headers)[2])
        if 'error' in answer and answer['error'].get('err_code') != 10071:  # wrong last sequence
            raise SystemExit(f"nats: {subject}: {answer['error']['description']}")
        return 'error' not in answer

    def stream(self, name, subject, **more):
        self.ask('STREAM.CREATE.' + name, {'name': name, 'subjects': [subject], 'storage': 'file', **more})

    def message(self, stream, **which):
        """A stored one: (its number, headers as text, data); (0, '', b''): there is none."""
        found = self.ask('STREAM.MSG.GET.' + stream, which, may_fail=True).get('message')
        if not found:
            return 0, '', b''
        return found['seq'], base64.b64decode(found.get('hdrs', '')).decode(), base64.b64decode(found.get('data', ''))


def publish(nats, partition, rows_at_once):
    nats.stream(f'rows-{partition}', f'rows.{partition}')
    header, *rows = sys.stdin.buffer.read().splitlines(keepends=True) or [b'']
    for begin in range(0, len(rows), rows_at_once):
        nats.store(f'rows.{partition}', header + b''.join(rows[begin:begin + rows_at_once]), None)


class Worker:
    def __init__(self, nats, partitions, command, overlap, bucket, ack_wait):
        self.nats, self.partitions, self.command, self.overlap, self.bucket = nats, partitions, command, overlap, bucket
        for partition in partitions:
            nats.stream(f'rows-{partition}', f'rows.{partition}')
            config = {'durable_name': 'score', 'ack_policy': 'explicit', 'max_ack_pending': 1, 'ack_wait': int(ack_wait * 1e9)}
            nats.ask(f'CONSUMER.DURABLE.CREATE.rows-{partition}.score', {'stream_name': f'rows-{partition}', 'config': config})
        nats.stream('scored', 'scored.>', duplicate_window=3600 * 10**9)
        if bucket:
            nats.stream('KV_' + bucket, f'$KV.{bucket}.>', max_msgs_per_subject=1)

    def run(self, until_empty):
        while True:
            worked = [self.take(partition) for partition in self.partitions]
            if until_empty and not any(worked) and all(map(self.is_empty, self.partitions)):
                return

    def is_empty(self, partition):
        info = self.nats.ask(f'CONSUMER.INFO.rows-{partition}.score', {})
        return info['num_pending'] == 0 and info['num_ack_pending'] == 0

    def take(self, partition):
        """The next message, if there is one soon. (A server says nothing while another worker has one.)"""
        question = json.dumps({'batch': 1, 'expires': 100_000_000}).encode()
        try:
            ack, _, rows = self.nats.request(f'$JS.API.CONSUMER.MSG.NEXT.rows-{partition}.score', question, patience=0.3)
        except TimeoutError:
            return False
        if not ack.startswith('$JS.ACK.'):
            return False
        number = int(ack.split('.')[-4])  # in its stream
        if self.overlap and number > 1:
            before = self.nats.message(f'rows-{partition}', seq=number - 1)[2]
            header, rest = rows.split(b'\n', 1)
            rows = header + b'\n' + before.splitlines(keepends=True)[-1] + rest
        self.work(partition, number, rows)
        self.nats.request(ack, b'+ACK')  # the answer: it is on disk
        return True

    def work(self, partition, number, rows):
        key, revision, last, state = f'$KV.{self.bucket}.{partition}', 0, 0, b''
        if self.bucket:
            revision, head, state = self.nats.message('KV_' + self.bucket, last_by_subj=key)
            last = int(head.split('Pos-Message:')[1].split()[0]) if revision else 0
        if number <= last:  # its worker died when all was done but for the acknowledgement
            return
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, 'state')
            with open(file, 'wb') as out:
                out.write(state)
            command = [word.replace('{state}', file).replace('{}', partition) for word in self.command]
            try:
                done = subprocess.run(command, input=rows, stdout=subprocess.PIPE)
            except OSError as error:
                raise SystemExit(f'nats: {command[0]}: {error.strerror}; the message comes again')
            if done.returncode not in (0, 1, 65):  # bad rows are told, and would be bad the next time too
                raise SystemExit(f'nats: {command[0]} ended with {done.returncode}; the message comes again')
            self.nats.store(f'scored.{partition}', done.stdout, {'Nats-Msg-Id': f'{partition}-{number}'})
            if self.bucket:
                with open(file, 'rb') as new:
                    headers = {'Pos-Message': number, 'Nats-Expected-Last-Subject-Sequence': revision}
                    self.nats.store(key, new.read(), headers)


def read(nats, subject):
    last = nats.ask('STREAM.INFO.scored', {})['state']['last_seq']
    number = 0
    while number < last:
        number, _, data = nats.message('scored', seq=number + 1, next_by_subj=subject)
        if number == 0:
            return
        sys.stdout.buffer.write(data)


def main(words):
    least = {'publish': 2, 'work': 4, 'read': 2}  # words; of work a partition, -- and a command
    if (not words or '--help' in words or words[0] not in least or len(words) < least[words[0]]
            or (words[0] == 'work' and '--' not in words[2:-1])):
        raise SystemExit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what is in work comes again
    what, *words = words
    if what == 'publish':
        return publish(Nats(), words[0], int(words[1]) if len(words) > 1 else 100)
    if what == 'read':
        return read(Nats(), words[0])
    options, command = words[:words.index('--')], words[words.index('--') + 1:]
    overlap = until_empty = False
    bucket, ack_wait, partitions = '', 30.0, []
    while options:
        word = options.pop(0)
        if word == '--overlap':
            overlap = True
        elif word == '--until-empty':
            until_empty = True
        elif word == '--bucket':
            bucket = options.pop(0)
        elif word == '--ack-wait':
            ack_wait = float(options.pop(0))
        else:
            partitions.append(word)
    Worker(Nats(), partitions, command, overlap, bucket, ack_wait).run(until_empty)


if __name__ == '__main__':
    main(sys.argv[1:])
