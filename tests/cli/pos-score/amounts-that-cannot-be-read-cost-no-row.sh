# The rows count, and the file says what is no amount (R$ 3 is one). Without a history nobody asks for amounts.
cat > rows.csv <<'ROWS'
time;status;count;Valor
2026-03-09 10:00;approved;1;1.234
2026-03-09 10:01;approved;2;12,50
2026-03-09 10:02;approved;3;1.234,56
2026-03-09 10:03;approved;4;
2026-03-09 10:04;approved;5;R$ 3
2026-03-09 10:05;approved;6;4111111111111111
2026-03-09 10:06;approved;7;-8
ROWS
pos-train -q -m m examples/data/history.csv
pos-score -m m rows.csv | cut -d';' -f 1-4 | sed 's/411.*1$/CARD/'
pos-score -m m -b pos.db rows.csv > /dev/null
pos-report -b pos.db --sql 'SELECT time, count, amount FROM transactions' -f csv
echo 'named in the command'
pos-score -m m -b pos.db --columns amount=price rows.csv || echo $?
printf 'time,status,price\n2026-03-09 11:00,approved,7\n' | pos-score -m m -b pos.db --columns amount=price | cut -d, -f 1-3
pos-report -b pos.db --sql "SELECT count, amount FROM transactions WHERE time LIKE '%11:00%'" -f csv
