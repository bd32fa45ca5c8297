# needs: ! grep -q __asan_init "$(command -v pos-alert)"
# Less and less, until it cannot even be loaded: no bug, and a line.
head -14 data/denied-incident.csv > opening.csv
kib=12000
while [ "$kib" -gt 7250 ]; do
  kib=$((kib - 250))
  rm -rf pos.db* box
  # shellcheck disable=SC3045  # sh has it here
  (ulimit -v "$kib"; exec pos-alert -b pos.db --replay --maildir box opening.csv) > out 2> err || echo "$? $(cat err)"
# (The system says it in other words.)
done | grep -v '^127 ' | sed 's/: pos.db: /: /; s/Cannot allocate memory/not enough memory/' | sort -u
