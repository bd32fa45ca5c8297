esc=$(printf '\033')
pos-report --color always data/scored.csv | grep -c "$esc"
pos-report --color auto data/scored.csv | grep -c "$esc" || true
NO_COLOR=1 pos-report --color always data/scored.csv | grep -c "$esc"
