pos-report --sql 'SELECT 1' data/scored.csv
