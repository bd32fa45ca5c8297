# needs: command -v prlimit && ! grep -q __asan_init "$(command -v pos-score)"
# Less and less, until it cannot even be loaded.
pos-train -q -m pos.model examples/data/history.csv
kib=15000
while [ "$kib" -gt 5000 ]; do
  kib=$((kib - 100))
  rm -f pos.db*
  prlimit --as="${kib}000" pos-score -q -m pos.model -b pos.db examples/data/day.csv > out 2> err || echo "$? $(cat err)"
# (The system says it in other words.)
done | grep -v '^127 ' | sed 's/: pos.db: /: /; s/Cannot allocate memory/not enough memory/' | sort -u
