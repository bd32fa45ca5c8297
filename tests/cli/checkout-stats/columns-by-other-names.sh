rename() { sed "1s/.*/$1/" examples/data/checkout-2.csv; }
checkout-stats -r anomalies examples/data/checkout-2.csv > proper
while read -r header; do
  rename "$header" | checkout-stats -r anomalies | cmp - proper && echo "same: $header"
done << 'END'
hora,hoje,ontem,mesmo_dia_semana_passada,media_semana_passada,media_mes_passado
Hora,HOJE, Ontem ,Mesmo dia da semana passada,Média_Semana_Passada,MÉDIA-MÊS-PASSADO
TIME,Today,YESTERDAY,Same day last week,Average last week,avg-last-month
END
printf '\357\273\277' | cat - examples/data/checkout-2.csv | checkout-stats -r anomalies |
  cmp - proper && echo "same: byte order mark"
rename 'quando,vendas,ontem,c,d,e' | checkout-stats -r anomalies \
  --columns 'time=quando, today=Vendas,same_day_last_week=c,avg_last_week=d,avg_last_month=e' |
  cmp - proper && echo 'same: --columns'
printf 'data;hora;hoje\n09/03/2026;07:00;3\n09/03/2026;08:00;5\n' |
  checkout-stats -r describe --columns time=data+hora | head -n 3
echo 'a known name is what the column is called:'
printf 'Hora,Hoje,today,Loja\n07,1,2,3\n' | checkout-stats -r info
printf 'Hora,today,Today\n07,1,2\n' | checkout-stats -r info --columns today=Today
