. tests/cli/pos-serve/server
model
for options in '' '-m m' '-b pos.db -p seed' '-m m -b pos.db --listen example.com:80' '-m m -b pos.db --listen 127.0.0.1' \
  '-m m -b pos.db --max-body 0' '-m m -b pos.db --max-body 2G' '-m m -b pos.db --max-clients 0' '-m m -b pos.db --timeout 0' \
  '-m m -b pos.db --allow-host a/b' '-m m -b m' '-m m -b pos.db --nope' '-m m -b pos.db file'; do
  # shellcheck disable=SC2086  # words
  pos-serve $options || echo "status $?"
done
pos-serve -m nope -b pos.db --listen 127.0.0.1:0 || echo "status $?"
echo x > bad
pos-serve -m bad -b pos.db --listen 127.0.0.1:0 || echo "status $?"
pos-serve -m m -b pos.db --listen 127.0.0.1:0 --token-file nope || echo "status $?"
echo secret > open-to-all && chmod 644 open-to-all
pos-serve -m m -b pos.db --listen 127.0.0.1:0 --token-file open-to-all || echo "status $?"
