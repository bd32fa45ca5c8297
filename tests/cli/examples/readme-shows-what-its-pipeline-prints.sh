sed -n 's/^    \$ //p' tests/../README.md > commands
sh -eu commands 2>/dev/null | sed 's/^/    /' > shown
sed -n '/^    \$ .*pos-score/,/^$/p' tests/../README.md | sed '1d;$d' | cmp - shown && wc -l < shown
sh examples/seed-rule-and-monitor.sh | sed 's/^\(.\)/    \1/' > shown
sed -n '/^    seed /,/^Two commands/p' tests/../README.md | sed '$d' | sed '$d' | cmp - shown && wc -l < shown
