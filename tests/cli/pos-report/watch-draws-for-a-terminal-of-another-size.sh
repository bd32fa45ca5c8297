# needs: python3 --version
# The next look is an hour away; a window that is made larger or smaller has the report drawn for it at once.
cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
export SOURCE_DATE_EPOCH=1773068400
python3 - <<'END'
import fcntl, os, pty, re, select, signal, struct, sys, termios, time

def resize(terminal, lines, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

child, terminal = pty.fork()
if child == 0:
    resize(0, 8, 50)
    os.execvp("pos-report", ["pos-report", "-b", "pos.db", "--watch", "1h"])

seen = b""
def frame():
    global seen
    end = time.monotonic() + 30
    while b"\x1b[J" not in seen:
        left = end - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            os.kill(child, signal.SIGKILL)
            sys.exit("no frame in 30 s: %r" % seen)
        seen += os.read(terminal, 65536)
    drawn, seen = seen.split(b"\x1b[J", 1)
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", drawn.decode()).splitlines()
    return "%d lines, the longest has %d columns" % (len(lines), max(map(len, lines)))

print(frame())
for lines, columns in (30, 120), (6, 30):
    resize(terminal, lines, columns)
    print(frame())
os.kill(child, signal.SIGINT)
print("ended by signal", os.WTERMSIG(os.waitpid(child, 0)[1]))
END
