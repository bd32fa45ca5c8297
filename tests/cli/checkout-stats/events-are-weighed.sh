# What people know of a day: a promotion explains what is more, a closed shop what is less, a deployment is named.
cat > events.csv <<'END'
from,to,name,kind
2026-03-09 12:00,2026-03-09 15:00,stocktaking,closed
2026-03-09 18:00,2026-03-09 20:00,two for one,promotion
2026-03-09 11:50,,deploy 4.2,deploy
2026-03-08,,another day,holiday
END
checkout-stats --events events.csv --day 2026-03-09 -r anomalies -f csv examples/data/checkout-2.csv | cut -d, -f1,7,10-
checkout-stats --events events.csv --day 2026-03-09 -r anomalies,insights -f text examples/data/checkout-2.csv |
  sed -n '/^12h-14h/p; /The day had/p'
checkout-stats --events events.csv --day 2026-03-09 -r insights -f ndjson examples/data/checkout-2.csv | grep '"event"'
echo '- none of it is ordinary, so it is told without being asked for'
checkout-stats --events events.csv --day 2026-03-09 examples/data/checkout-1.csv | sed -n '/The day had/,/^$/p'
echo '- of all day: hours that are flagged count, and are told apart'
printf 'from,to,name,kind\n2026-03-09,,birthday sale,promotion\n' > sale.csv
checkout-stats --events sale.csv --day 2026-03-09 examples/data/checkout-2.csv | sed -n '/The day had/,/weekday:/p'
echo '- no day is known'
checkout-stats --events sale.csv examples/data/checkout-2.csv | grep -c 'The day had' || :
checkout-stats --events sale.csv -r describe,info examples/data/checkout-2.csv | wc -l
checkout-stats --events sale.csv examples/data/checkout-2.csv --sql 'SELECT max(today) FROM "checkout-2"' | tail -n 1
checkout-stats -q --events sale.csv examples/data/checkout-2.csv | grep -c 'The day had' || :
echo '- a bad file'
printf 'from,to,name\nyesterday,,x\n' > bad.csv
checkout-stats --events bad.csv --day 2026-03-09 examples/data/checkout-2.csv || echo $?
