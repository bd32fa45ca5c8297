# needs: command -v /usr/bin/python3
# In words, and not in a traceback.
export NATS_URL=127.0.0.1:1
nats() { /usr/bin/python3 examples/engines/nats.py "$@" < /dev/null 2>&1 | sed -n 's/: Conn.*//; 1p'; }
nats read scored.a
for words in publish 'publish --help' 'work a' 'work a --' 'work --' 'work -- cat' read 'fetch a'; do
  # shellcheck disable=SC2086  # words
  nats $words
done | sort | uniq -c | sed 's/^ *//'
