# Incidents that nobody is told of look like peace; with -q too, unless nothing is to be sent.
: > quiet
try() { echo "== $*" >&2; pos-alert -b pos.db "$@" < quiet; }
try -q
try --pass
try -q -n
try -q --maildir box
