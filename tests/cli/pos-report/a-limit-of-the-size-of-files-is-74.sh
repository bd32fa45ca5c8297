# ulimit -f: a line and no signal, and nothing is left of what was begun. Nor is help that nobody got a success.
# shellcheck disable=SC3045  # sh has it here
(ulimit -f 1; exec pos-report -r table -f csv -o out.csv data/scored.csv) || echo "$?"
find . -name "*out.csv*"
pos-report --version > /dev/full || echo "$?"
pos-report --help > /dev/full || echo "$?"
