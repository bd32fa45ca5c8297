printf 'hora;hoje\n2026-03-09 22:00;1\n2026-03-09 23:00;1\n2026-03-10 00:00;2\n' > two.csv
checkout-stats --on-error skip -r describe two.csv
