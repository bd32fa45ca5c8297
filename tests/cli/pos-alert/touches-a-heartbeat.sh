pos-alert --heartbeat beat -b pos.db < /dev/null
test -f beat && echo beat
pos-alert --heartbeat no/such/beat -b pos.db < /dev/null
