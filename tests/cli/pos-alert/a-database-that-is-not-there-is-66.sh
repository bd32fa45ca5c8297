# A silence in a database that no pos-alert reads keeps nothing quiet: none is made.
try() { pos-alert "$@" || echo "status $?"; }
try silence --status denied --for 2h --comment tests 2>&1 | sed "s|$HOME|~|"
try ack 1 -b shop.db
try unsilence 1 -b shop.db
try list -b shop.db
try flush -b shop.db
ls shop.db "$HOME/.local" 2> /dev/null || echo 'nothing made'
