. tests/cli/exit-statuses
csv=data/ten-minutes.csv
echo 'time,status,count
2026-03-09 10:00,approved,3
2026-03-09 10:01,approved,many' > bad.csv
echo 'nonsense = 1' > wrong.toml
status 0 pos-train -q -m pos.model $csv
status 64 pos-train --nonsense
status 65 pos-train -q -m pos.model bad.csv
status 66 pos-train -q -m pos.model none.csv
status 71 few_files pos-train -q -m pos.model $csv
status 73 pos-train -q -m none/pos.model $csv
status 74 pos-train -q -m /dev/full $csv
status 78 pos-train -q --config wrong.toml -m pos.model $csv
all_of pos-train.1
