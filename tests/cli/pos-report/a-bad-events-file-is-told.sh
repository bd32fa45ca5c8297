# File, line and reason, whatever kind of file it is and whatever command reads it; nothing else is written. What a
# spreadsheet writes is read.
cp data/denied-incident.csv in.csv
report() { pos-report --events "${1-events.csv}" -r incidents -f csv in.csv > out || { echo "$?"; test ! -s out; }; }
try() { printf '%b' "$1" > events.csv; report; }
try '\0177ELF\0002\0001\0001\0000\0000'
try '\0037\0213\0010\0000'
try '{"from":"2026-03-09"}\n'
try '2026-03-09,,no header\n'
try 'from,to\n2026-03-09,\n'
try 'from,to,name\n2026-03-09,,ok\n2026-03-09T25:00,,x\n'
try 'from,to,name\n2026-03-09 14:00 Nowhere/City,,x\n'
try 'from,to,name\n2026-03-09 14:00,2026-03-09 13:00,x\n'
try 'from,to,name\n09/03/2026,,x\n'
try 'from,to,name\n2026-03-09,,\0377\n'
try 'from,to,name\n2026-03-09,,a\0000b\n'
try 'from,to,name\n2026-03-09,,"never closed\n2026-03-10,,x\n'
try 'from,to,name,repeat\n2026-03-09,,x,fortnightly\n'
try 'from,to,name,repeat\n2026-03-09,2026-04-09,x,weekly\n'
try 'from,to,name,repeat,until\n2026-03-09,,x,,2026-04-09\n'
report nope.csv
report .
touch closed.csv && chmod 0 closed.csv
[ -r closed.csv ] || report closed.csv 2> closed || :
echo 'told, and read:'
try '\0357\0273\0277from;to;name;kind\r\n2026-03-09 14:00;2026-03-09 15:00;caf\0303\0251;promotion\r\n'
cut -d, -f13 out
try 'from,to,name\n2026-03-09T17:05:00+03:00,,by another clock\n25/12/2025,31/12/2026,"a ""day"", quoted"\n'
head -2 out | tail -1 | cut -d, -f13-
# A hundred thousand lines take a moment, and five are told.
{ echo from,to,name; seq -f '2026-03-09 14:00,2026-03-09 15:00,line %.0f' 100000; } > events.csv
timeout 30 pos-report --events events.csv -r incidents -f ndjson in.csv | jq -r .events
