# needs: command -v prlimit && command -v setpriv && command -v python3 && [ "$(id -u)" = 0 ]
# At its start: what it says, and of each kind more than one. (143: end of the other cases.)
. tests/cli/pos-serve/server
. tests/cli/exit-statuses
model
start() { timeout -s KILL 60 pos-serve -m m -b pos.db --listen 127.0.0.1:0 "$@"; }
(umask 077; echo 0123456789abcdef > token; : > empty; printf '%s\n%s\n' 0123456789abcdef more > lines)
cp token open
chmod 644 open
echo x > bad
echo 'nope = 1' > wrong.toml
mkdir folder.db shelf
serve -p forest -b other.db
port=${url##*:} port=${port%/}
{
  status 64 start --nonsense
  status 65 start -m bad
  status 65 start -b bad
  status 66 start -m nope
  status 66 start --token-file nope
  status 66 start --config nope.toml
  status 69 start --listen "127.0.0.1:$port"
  status 69 start --listen 192.0.2.7:0 --token-file token
  status 71 prlimit --nofile=8 pos-serve -m m -b pos.db --listen 127.0.0.1:0
  status 73 start -b nowhere/pos.db
  status 73 start -b folder.db
  status 74 start --token-file folder.db
  status 75 locked other.db pos-serve -m m -b other.db --stream another --listen 127.0.0.1:0
  status 77 start --token-file open
  cp pos.db m "$(command -v pos-serve)" shelf
  chmod -R a+rX shelf
  chmod a+rx . ..
  status 77 setpriv --reuid=65534 --regid=65534 --clear-groups shelf/pos-serve -m shelf/m -b shelf/pos.db --listen 127.0.0.1:0
  status 78 start --config wrong.toml
  status 78 start --token-file empty
  status 78 start --token-file lines
  status 78 start --listen 0.0.0.0:0
  cat > handed.py <<'END'
import os, socket
end = socket.socketpair()[0]
os.dup2(end.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1')
os.execvp('pos-serve', ['pos-serve', '-m', 'm', '-b', 'pos.db'])
END
  status 78 python3 handed.py
  all_of pos-serve.1
} | sed "s/:$port/:PORT/"
