sed -n 's/^    \$ //p' tests/../README.md > commands
sh -eu commands 2>/dev/null | sed 's/^/    /' > shown
sed -n '/^    \$ .*pos-score/,/^$/p' tests/../README.md | sed '1d;$d' | cmp - shown && wc -l < shown
