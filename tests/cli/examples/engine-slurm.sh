# needs: command -v slurmctld && command -v slurmd && command -v munged
. tests/cli/engine
streams
host=$(hostname -s)
user=$(id -un)
mkdir ctld spool
chmod 711 . # for munged, which is told that the folder above is closed (--force)
head -c 1024 /dev/urandom >munge.key
chmod 600 munge.key
background munged.log munged -F --force --key-file="$PWD/munge.key" --socket="$PWD/munge.sock" --pid-file="$PWD/munged.pid" \
  --log-file="$PWD/munge.log" --seed-file="$PWD/munge.seed"
SLURM_CONF=$PWD/slurm.conf
export SLURM_CONF
# A cluster of this machine, on loopback. Without groups of the kernel, so that it starts in a container, too.
cat >slurm.conf <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$PWD/munge.sock,cred_expire=5
StateSaveLocation=$PWD/ctld
SlurmdSpoolDir=$PWD/spool
SlurmctldPidFile=$PWD/slurmctld.pid
SlurmdPidFile=$PWD/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
RequeueExit=137
SchedulerParameters=sched_interval=1,sched_min_interval=100000,bf_interval=1,batch_sched_delay=0
KillWait=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
CONF
wait_until '[ -S munge.sock ]'
background slurmctld.log slurmctld -D -i
background slurmd.log slurmd -D
wait_until 'sinfo -h -o %T 2>sinfo.log | grep -q idle' 200 2>waited || {
  echo "skipped: no Slurm starts here: $(tail -qn 1 sinfo.log slurmd.log slurmctld.log | paste -sd ' ')"
  exit 77
}

export POS_MODELS="$PWD/models"
# The second of three tasks is killed in the middle: it is queued again, and begins from its first row.
kill_score 2 between
PATH="$PWD/dying:$PATH" sbatch --parsable --array=1-3 examples/engines/slurm.sh rows out >job
wait_until '[ -z "$(squeue -h)" ]' 200 || { squeue; tail -n 20 ./*.log; exit 1; }
grep -h Killed pos-score.*.log
for name in north south west; do
  cmp out/$name.scored.csv alone/$name.csv && echo "$name: the bytes of one run"
done
jq -r .event out/north.incidents.ndjson
# A task without a file.
sbatch --wait --array=4 examples/engines/slurm.sh rows out >job || echo "status $?"
cat pos-score.*_4.log
