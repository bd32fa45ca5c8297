# needs: command -v curl && command -v python3
. tests/cli/pos-serve/server
model
cat > launcher <<'END'
import os, socket, sys
listener = socket.create_server(('127.0.0.1', 0))
print(listener.getsockname()[1], file=open('port', 'w'), flush=True)
os.dup2(listener.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1')
os.execvp(sys.argv[1], sys.argv[1:])
END
: > errors
python3 launcher pos-serve -m m -b pos.db --alert-command 'echo "listen: $LISTEN_FDS" > environment; ls /proc/self/fd > open; exec sleep 60' 2>> errors &
server=$!
trap 'kill "$server" 2>/dev/null || :' EXIT
wait_until 'grep -q "listening on" errors && [ -s environment ]'
curl -s "http://127.0.0.1:$(cat port)/healthz"
[ "$(sed -n 's/.*listening on //p' errors)" = "http://127.0.0.1:$(cat port)/" ] && echo 'there'
cat environment
end
