head -11 data/denied-incident.csv > quiet.csv
pos-alert --maildir box quiet.csv
pos-alert --exec 'cat' -b other.db < quiet.csv
pos-alert list
stat -c %a "$HOME/.local/state/pos-tools" >&2
