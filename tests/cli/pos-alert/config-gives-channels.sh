cat > alert.toml <<'END'
db = "pos.db"
[pos-alert]
maildir = "box"
exec = "jq -r .event"
repeat = "never"
replay = true
END
pos-alert --config alert.toml data/denied-incident.csv | cut -d, -f3,4
pos-alert list --all -f csv --config alert.toml | cut -d, -f1-5
