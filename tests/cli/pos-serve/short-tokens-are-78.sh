. tests/cli/pos-serve/server
model
(umask 077 && printf 0123456789abcde > short && printf 0123456789abcdef > long)
pos-serve -m m -b pos.db --listen 127.0.0.1:0 --token-file short || echo "status $?"
pos-serve -m m -b pos.db --listen 127.0.0.1:0 --token-file long --read-token-file short || echo "status $?"
[ -e pos.db ] || echo 'nothing was begun'
serve --token-file long
end
