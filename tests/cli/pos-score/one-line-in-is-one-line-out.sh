# What engines that pipe lines ask for (Hadoop Streaming, Spark's pipe(), Redpanda Connect's subprocess): no header in or
# out, a line for a line whatever the partitions are, nothing and 0 for an empty one, and each line at once.
pos-train -q --trees 5 -m m examples/data/history.csv
csv() { pos-score -q -m m -p forest -N --columns time=1,status=2,count=3 --no-header-out "$@"; }
json() { pos-score -q -m m -p forest; }
tail -n +2 examples/data/day.csv > rows.csv
tr , '\t' < rows.csv > rows.tsv
pos-score -q -m m -p forest -f ndjson examples/data/day.csv | sed 's/,"score".*/}/' > rows.ndjson
partitions() {  # FILE COMMAND...: one row, none, many, the rest
  file=$1
  shift
  "$@" < "$file" > whole
  [ "$(wc -l < whole)" = "$(wc -l < "$file")" ] || echo 'not a line for a line'
  for part in 1,1 2,2000 0,0 2001,2003 '2004,$'; do
    if [ "$part" = 0,0 ]; then : > piece; else sed -n "${part}p" "$file" > piece; fi
    "$@" < piece || echo "exit $?"
  done > parts
  cmp parts whole && echo "$file: $(head -n 1 whole)"
}
partitions rows.csv csv
partitions rows.tsv csv
partitions rows.ndjson json
echo '== by the key before the first TAB, as Hadoop has it'
head -n 2 rows.tsv | csv | cut -f 1
echo '== a bad row is told and fails the task, or is left out'
{ head -n 1 rows.csv; echo nonsense; } > bad
csv < bad || echo "exit $?"
csv --on-error skip < bad
echo '== a line at a time'
python3 - << 'END'
import subprocess, threading
plain = 'pos-score -q -m m -p forest'
for command, file in ((plain + ' -N --columns time=1,status=2,count=3 --no-header-out', 'rows.csv'), (plain, 'rows.ndjson')):
    with subprocess.Popen(command.split(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        timer = threading.Timer(60, process.kill)
        timer.start()
        for line in open(file, 'rb').readlines()[:20]:
            process.stdin.write(line)
            process.stdin.flush()
            answer = process.stdout.readline()
            assert answer.startswith(line.rstrip(b'}\n')), (line, answer)
        process.stdin.close()
        assert process.stdout.read() == b''
        timer.cancel()
    print(file, 'status', process.returncode)
END
