# Each header gives the decisions of `time,status,count`.
pos-train -q -m m examples/data/history.csv
pos-score -m m examples/data/day.csv | tail -n +2 > known
while read -r header; do
  sed "1s|.*|$header|" examples/data/day.csv | pos-score -m m | tail -n +2 | cmp - known && echo "$header"
done << 'HEADERS'
Time,STATUS, Count
timestamp,state,quantity
DateTime,Status,Qty
minute,status,total
data_hora,situacao,quantidade
Data/Hora,Situação,Qtde
"HORÁRIO","ESTADO","QTD"
hora,Situacao,n
date_time,status,COUNT(*)
ts,status,f0_
HEADERS
printf '\357\273\277' | cat - examples/data/day.csv | pos-score -m m | tail -n +2 | cmp - known
sed 1d examples/data/day.csv | sed 's/\(.*\),\(.*\),\(.*\)/{"Data_Hora":"\1","Situação":"\2","QTD":\3}/' |
  pos-score -m m -f csv | tail -n +2 | cmp - known && echo NDJSON
