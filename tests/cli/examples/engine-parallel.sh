# needs: command -v parallel && test -x /usr/sbin/sshd && command -v ssh-keygen
. tests/cli/engine
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -p forest -m pos.model examples/data/history.csv >one.csv
export POS_BLOCK=100k

# A pos-score that dies in the middle of its block: the block is scored again.
kill_score 3 between
PATH="$PWD/dying:$PATH" sh examples/engines/parallel.sh pos.model <examples/data/history.csv >split.csv
cmp one.csv split.csv && echo "here: the bytes of one run, in $(find dying -type d -name "[0-9]*" | wc -l) runs"

# Bad rows are told, and the status is not 0. No rows: no output.
{ head -n 3000 examples/data/history.csv; echo x; tail -n +3001 examples/data/history.csv; } >bad.csv
sh examples/engines/parallel.sh pos.model <bad.csv >split.csv 2>told || echo "status $?: $(cat told)"
cmp one.csv split.csv
head -n 1 examples/data/history.csv | sh examples/engines/parallel.sh pos.model
sh examples/engines/parallel.sh pos.model </dev/null

# Two hosts, which are this one: a server on loopback for this case alone, with keys for this case alone, and a home:
# what a person has in .bashrc may speak at each login.
mkdir remote
ssh-keygen -q -t ed25519 -N '' -f host_key
ssh-keygen -q -t ed25519 -N '' -f key
port=$(free_port)
cat >sshd.conf <<CONF
ListenAddress 127.0.0.1:$port
HostKey $PWD/host_key
AuthorizedKeysFile $PWD/key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
SetEnv PATH=$PATH HOME=$PWD/remote
CONF
# As root it wants a folder, which Debian's service makes.
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
echo "[127.0.0.1]:$port $(cut -d ' ' -f 1,2 host_key.pub)" >known_hosts
echo "[localhost]:$port $(cut -d ' ' -f 1,2 host_key.pub)" >>known_hosts
background sshd.log /usr/sbin/sshd -D -e -f "$PWD/sshd.conf"
export POS_SSH="ssh -p $port -i $PWD/key -o IdentitiesOnly=yes -o UserKnownHostsFile=$PWD/known_hosts"
wait_until '$POS_SSH 127.0.0.1 true 2>ssh.log' 200 2>waited || { echo "skipped: no login by ssh here: $(tail -qn 1 ssh.log sshd.log | paste -sd ' ')"; exit 77; }
POS_HOSTS=2/127.0.0.1,2/localhost sh examples/engines/parallel.sh "$PWD/pos.model" <examples/data/history.csv >split.csv
cmp one.csv split.csv && echo "by ssh: the bytes of one run, on $(grep -c 'Accepted publickey' sshd.log | awk '{ print ($1 > 4 ? "both hosts" : $1) }')"
