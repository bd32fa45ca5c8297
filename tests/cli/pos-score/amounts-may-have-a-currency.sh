# A sign of a currency is no reason to know nothing of the money; two currencies are never added up.
{
  echo 'hora;status;quantidade;valor'
  echo '2026-03-09 10:00;approved;2;R$ 1.234,56'
  echo '2026-03-09 10:01;approved;1;-R$ 4,56'
  echo '2026-03-09 10:02;approved;1;12,50'
  echo '2026-03-09 10:03;approved;1;US$ 100,00'
} > rows.csv
pos-score -b pos.db rows.csv > /dev/null || echo "status $?"
pos-report -b pos.db --sql 'SELECT time, amount FROM transactions'
