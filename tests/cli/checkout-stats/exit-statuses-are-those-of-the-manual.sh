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
status 78 checkout-stats --config wrong.toml $csv
all_of checkout-stats.1
