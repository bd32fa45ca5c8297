# needs: truncate --version
pos-train -q -m m examples/data/history.csv
head -n 2000 examples/data/history.csv | pos-train -q -m other
sed -n '1s/$/,merchant/p; 2,100s/$/,a/p' examples/data/day.csv > rows
pos-score -q -m m --state good rows > first
pos-score -q -m m --state where --where merchant rows > /dev/null
try() {
  echo "== $1"
  shift
  pos-score -m m "$@" < rows > out 2> said || echo "exit $?"
  sed 's/(sha256 [0-9a-f]*)/(sha256 ...)/' said >&2   # a model says which version made it
  [ ! -s out ] || echo 'rows came out'
}
cp good kept
try 'another model' -m other --state good
try 'another stream' --stream terminals --state good
try 'other places' --where merchant --state good
try 'no places' --state where
sed '1s/1/2/' good > newer
try 'another version' --state newer
head -c 20000 good > torn
try 'torn' --state torn
sed 's/^age .*/age 7/' good > edited
try 'edited' --state edited
try 'a model' --state m
try 'rows' --state examples/data/day.csv
truncate -s 2G huge
try 'too large' --state huge
try 'a device' --state /dev/full
try 'a folder' --state .
try 'a folder that is not there' --state none/state
try 'standard input' --state -
try 'nothing' --state ''
try 'with a history' --state good -b pos.db
try 'the forest' --state good -p forest
try 'a part of the keys' --state good --split
try 'a date' --state good --date 2026-03-09
try 'the model again' --state m -m m
try 'the output' --state good -o good
try 'the other format' --state good -f ndjson
try 'other columns' --state good -N --columns time=1,status=2,count=3
cmp good kept
[ -z "$(find . -name '.?*' -type f)" ] || echo 'a temporary file'
echo '== a history of the environment gives way'
POS_DB=pos.db pos-score -q -m m --state another < rows > /dev/null 2> err || echo "exit $?"
[ ! -e pos.db ]
echo '== a state of the configuration, too'
printf '[pos-score]\nstate = "configured"\n' > pos.toml
pos-score -q --config pos.toml -m m -b pos.db rows > /dev/null
[ ! -e configured ]
echo '== with its sum: no state either'
python3 - << 'END'
import hashlib
text = open('kept').read()
text = text[:text.rindex('sha256 ')].replace('\nopen ', '\nopen 7')
open('forged', 'w').write(text + 'sha256 %s\n' % hashlib.sha256(text.encode()).hexdigest())
END
try 'forged' --state forged
