# needs: command -v bash && command -v python3
cat >rows.csv <<'ROWS'
time,status,count
2026-03-09 14:00,den ied,3
2026-03-09 14:00,"x$(touch pwned)",3
2026-03-09 14:00,`touch pwned`;y,3
ROWS
pos-score -q -b pos.db rows.csv >scored.csv
. tests/cli/complete
echo 'pos-report -b pos.db --volume ' | in_bash
python3 tests/cli/type-in-bash 'pos-report -b pos.db --volume d'
python3 tests/cli/type-in-bash 'pos-report -b pos.db --volume x'
python3 tests/cli/type-in-bash 'pos-report -b $(touch${IFS}pwned) --volume d' # nor what stands in the line
test ! -e pwned
