try() { printf '%b\n07h,1,2\n' "$1" | checkout-stats -r describe --columns "$2" || echo "$?: $1 $2"; }
try 'when,sold,today' ''
try 'time,sold,today' 'today=vendas'
try 'hora,hour,today' ''
try 'time,Today,today' ''
try 'time,hoje,b' 'today=hoje,yesterday=hoje'
try 'time,,today' ''
try 'time,today,b' 'status=b'
try 'time,today,b' 'today='
echo '{"time":"07h","today":1}' | checkout-stats -r describe || echo "$?: JSON"
printf 'time,sold\n07h,1\n' | checkout-stats -i csv -r anomalies -f text || echo "$?: no today"
checkout-stats -i ndjson examples/data/checkout-1.csv || echo "$?: -i ndjson"
# What the configuration says of transactions is not of these tables.
cat > config.toml << 'END'
columns = "time=ts,status=st"
input-format = "ndjson"
[checkout-stats]
columns = "today=yesterday"
END
checkout-stats --config config.toml -r info examples/data/checkout-1.csv | cut -d, -f1
