# Nothing comes from 12:00 on but the clock of a terminal that says 2030: rows are made up, and the metric stands still.
pos-train -q -m pos.model examples/data/history.csv
{ sed '/ 12:00/,$d' examples/data/day.csv; echo '2030-01-01 00:00,approved,9'; for minute in 0 1 2 3 4 5 6 7 8 9; do echo "2026-03-09 13:0$minute,other,1"; done; } > silent.csv
pos-score -q -m pos.model -b pos.db silent.csv > scored.csv
tail -1 scored.csv | cut -d, -f1-3
export SOURCE_DATE_EPOCH=1773100000
last() { pos-report "$@" -s 2026-03-09 -u 2031-01-01 -f prom | sed -n 's/^pos_report_last_record_timestamp_seconds //p'; }
sqlite3 pos.db "DELETE FROM scored WHERE status = (SELECT id FROM status WHERE name = 'other')"
grep -v ',other,' scored.csv > piped.csv
last -b pos.db
last piped.csv
date -ud @1773057540 '+%F %R'
