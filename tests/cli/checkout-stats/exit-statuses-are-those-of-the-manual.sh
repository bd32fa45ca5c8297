# needs: [ "$(id -u)" != 0 ] || command -v setpriv
. tests/cli/exit-statuses
csv=examples/data/checkout-1.csv
echo 'time,today
00h,many' > bad.csv
echo 'nonsense = 1' > wrong.toml
endless='WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t'
status 0 checkout-stats $csv
status 1 checkout-stats -e examples/data/checkout-2.csv
status 64 checkout-stats --nonsense
status 65 checkout-stats bad.csv
status 66 checkout-stats none.csv
status 69 checkout-stats --sql "$endless" $csv
status 71 few_files checkout-stats -o out.txt $csv  # two files at a time
status 73 checkout-stats -o none/out.txt $csv
status 74 checkout-stats -o /dev/full $csv
pos-train -q -m m examples/data/history.csv
pos-score -q -m m -b pos.db examples/data/day.csv > scored
# Readers go beside a writer; one that keeps the file to itself they wait for.
sqlite3 pos.db 'PRAGMA journal_mode = DELETE' > mode
export begin=EXCLUSIVE
status 75 locked pos.db checkout-stats -b pos.db
chmod a+rx . ..
chmod 600 pos.db
ordinary() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups "$@"; else "$@"; fi; }
status 77 ordinary "$(command -v checkout-stats)" -b pos.db
status 78 checkout-stats --config wrong.toml $csv
all_of checkout-stats.1
