# needs: command -v prlimit && command -v python3 && command -v curl
# 64 is in usage-errors-are-64, 70 would be a bug of ours, 75 and 77 have cases of their own.
. tests/cli/pos-serve/server
model
start() { status=0; timeout -s KILL 20 pos-serve -m m -b pos.db --listen 127.0.0.1:0 "$@" || status=$?; echo "$status: $*" | sed "s/:$port/:PORT/"; }
port=0
(umask 077; echo 0123456789abcdef > token; : > empty; printf '%s\n%s\n' 0123456789abcdef more > lines)
echo x > bad
start -m bad
start -b bad
start -m nope
start --token-file nope
start --config nope.toml
serve -p forest -b other.db
port=${url##*:} port=${port%/}
start --listen "127.0.0.1:$port" 2> said
sed "s/:$port/:PORT/" said >&2
kill "$server"
wait "$server" 2> /dev/null || :
status=0
prlimit --nofile=8 pos-serve -m m -b pos.db --listen 127.0.0.1:0 || status=$?
echo "$status: with eight files"
start --listen 192.0.2.7:0 --token-file token
start -b nowhere/pos.db
mkdir folder.db
start -b folder.db
start --token-file folder.db
echo 'nope = 1' > config
start --config config
start --token-file empty
start --token-file lines
start --listen 0.0.0.0:0
chmod 644 token
start --token-file token
python3 - <<'END' || echo "$?: a socket that is none for TCP"
import os, socket
end = socket.socketpair()[0]
os.dup2(end.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1')
os.execvp('pos-serve', ['pos-serve', '-m', 'm', '-b', 'pos.db'])
END
