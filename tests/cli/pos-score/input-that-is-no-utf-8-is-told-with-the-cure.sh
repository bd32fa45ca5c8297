pos-train -q -m m data/ten-minutes.csv
gzip -n < data/ten-minutes.csv | pos-score -m m || echo "$?"
iconv -f UTF-8 -t UTF-16 data/ten-minutes.csv > utf-16.csv
pos-score -m m utf-16.csv || echo "$?"
iconv -f UTF-8 -t UTF-16LE data/ten-minutes.csv | pos-train -q -m n || echo "$?"
printf '\50\265\57\375$' | pos-report || echo "$?"
printf 'PK\3\4\24' > day.xlsx
pos-alert -n --replay day.xlsx || echo "$?"
printf 'time;situa\347\343o;count\n14:00;approved;3\n' | pos-score -m m || echo "$?"
printf 'time,status,count\n14:00,n\343o,3\n14:00,approved,3\n' | pos-score -p forest -m m || echo "$?"
