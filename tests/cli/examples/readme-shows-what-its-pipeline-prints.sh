export LC_ALL=C.UTF-8
# Lines that begin with `$ ` are commands, those up to the next text are what they print.
awk '/^    \$ /{on=1} /^[^ ]/{on=0} on && NF' tests/../README.md | sed 's/^    //' > told
sed -n 's/^\$ //p' told | while IFS= read -r command; do
  echo "\$ $command"
  sh -eu -c "$command" 2>/dev/null </dev/null
done | grep . > shown
cmp told shown && wc -l < shown
sh examples/seed-rule-and-monitor.sh | sed 's/^\(.\)/    \1/' > shown
sed -n '/^    seed /,/^Two commands/p' tests/../README.md | sed '$d' | sed '$d' | cmp - shown && wc -l < shown
