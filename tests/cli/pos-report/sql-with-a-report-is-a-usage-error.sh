pos-report -b pos.db --sql 'SELECT 1' -r table
