# Whoever reads it types its commands: they must work on the incident, whatever shell they are typed in.
commands() { cat "$1"/new/* | tr -d '\r' | sed -e ':a' -e '/=$/{N; s/=\n//; ba' -e '}' | grep -ohE '^  pos-(alert|report) .*ack|^  pos-report .*-s' | sed "s|$PWD|PWD|" | sort -u; }
head -14 data/denied-incident.csv > opening.csv
pos-alert --replay -b 'my shop.db' --maildir named opening.csv > /dev/null
commands named
echo '== the default one'
pos-alert --replay --maildir default opening.csv > /dev/null
commands default
echo '== that of the configuration'
mkdir "$HOME/pos-tools"
echo "db = \"$PWD/pos.db\"" > "$HOME/pos-tools/config.toml"
pos-alert --replay --maildir configured opening.csv > /dev/null
commands configured
echo '== and of the same, named'
rm pos.db
pos-alert --config "$HOME/pos-tools/config.toml" --replay --maildir same opening.csv > /dev/null
commands same
mv "$HOME/pos-tools/config.toml" shop.toml
rm pos.db
echo '== that of a configuration that has to be named'
pos-alert --config shop.toml --replay --maildir shop opening.csv > /dev/null
commands shop
