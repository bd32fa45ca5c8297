export USER=ana
export SOURCE_DATE_EPOCH=1773065400   # 2026-03-09 14:10 UTC
pos-alert -b live.db --maildir box < /dev/null
pos-alert -b old.db --maildir box < /dev/null
mkdir "$HOME/pos-tools"
echo 'db = "live.db"' > "$HOME/pos-tools/config.toml"
echo '== the configured one, whoever names it' >&2
pos-alert silence --for 2h --comment tests
pos-alert list -b ./live.db | tail -n 1 | cut -c1-12
echo '== another' >&2
pos-alert silence -b old.db --for 2h --comment tests
pos-alert list -b old.db | wc -l
pos-alert list -q -b old.db | wc -l
pos-alert ack 7 -b old.db || echo "status $?"
echo '== of the environment' >&2
export POS_DB=old.db
pos-alert unsilence 1
pos-alert unsilence 1 -b live.db
echo '== a home that cannot be looked into has none' >&2
unset POS_DB
XDG_STATE_HOME=/$(printf '%05000d' 0) pos-alert list -q -b old.db | wc -l
