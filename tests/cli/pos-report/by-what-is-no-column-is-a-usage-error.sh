for by in =alfa merchant= ''; do pos-report --by "$by" data/scored.csv || echo "$?"; done
pos-report -r keys data/scored.csv || echo "$?"
pos-report -b pos.db --by merchant --sql 'SELECT 1' || echo "$?"
