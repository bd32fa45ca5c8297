pos-alert -q --maildir box --heartbeat beat -b pos.db < /dev/null
test -f beat && echo beat
pos-alert --maildir box --heartbeat no/such/beat -b pos.db < /dev/null
