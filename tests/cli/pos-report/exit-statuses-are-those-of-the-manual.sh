# needs: [ "$(id -u)" != 0 ] || command -v setpriv
. tests/cli/exit-statuses
pos-train -q -m pos.model examples/data/history.csv
pos-score -q -m pos.model -b pos.db examples/data/day.csv > scored.csv
echo 'nonsense = 1' > wrong.toml
endless='WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t'
ordinary() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups "$@"; else "$@"; fi; }
status 0 pos-report -b pos.db -s 2026-03-09
status 1 pos-report -e -b pos.db -s 2026-03-09
status 64 pos-report --nonsense
status 65 pos-report examples/data/day.csv
status 66 pos-report -b none.db
status 69 pos-report -b pos.db --sql "$endless"
status 71 few_files pos-report -b pos.db
status 73 pos-report -b pos.db --backup pos.db
status 74 pos-report -b pos.db -s 2026-03-09 -o /dev/full
status 75 locked pos.db pos-report -b pos.db --prune 1h
chmod a+rx . ..
chmod 600 pos.db
status 77 ordinary "$(command -v pos-report)" -b pos.db
status 78 pos-report --config wrong.toml -b pos.db
all_of pos-report.1
