pos-alert -q --replay -b pos.db --exec 'touch ran; exit 75' data/denied-incident.csv > /dev/null 2>&1 || rm ran
pos-alert flush -b pos.db --exec 'true' || echo "status $?"
test ! -e ran
