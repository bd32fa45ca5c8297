# needs: [ "$(id -u)" != 0 ] || command -v setpriv
. tests/cli/exit-statuses
pos-train -q -m pos.model examples/data/history.csv
csv=examples/data/day.csv
echo 'time,status,count
2026-03-09 10:00,approved,many' > bad.csv
echo 'nonsense = 1' > wrong.toml
ordinary() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups "$@"; else "$@"; fi; }
status 0 pos-score -q -m pos.model -b pos.db $csv
status 1 pos-score -q -e -m pos.model $csv
status 64 pos-score --nonsense
status 65 pos-score -q -m pos.model bad.csv
status 66 pos-score -q -m pos.model none.csv
status 71 few_files pos-score -q -m pos.model -b pos.db $csv
status 73 pos-score -q -m pos.model -o none/out.csv $csv
status 74 pos-score -q -m pos.model -o /dev/full $csv
status 75 locked pos.db pos-score -q -m pos.model -b pos.db $csv
chmod a+rx . ..
chmod a+r pos.db
status 77 ordinary "$(command -v pos-score)" -q -m pos.model -b pos.db $csv
status 78 pos-score -q --config wrong.toml -m pos.model $csv
all_of pos-score.1
