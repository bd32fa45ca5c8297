# The database, the folder of the default one, and the rejects file: none is tried in another place.
try() { pos-alert --exec true "$@" < /dev/null && status=0 || status=$?; echo "$status"; }
touch file
try -b nowhere/pos.db
try -b file/pos.db
(export XDG_STATE_HOME=file && try)
try -n --replay --rejects nowhere/rejects data/denied-incident.csv
