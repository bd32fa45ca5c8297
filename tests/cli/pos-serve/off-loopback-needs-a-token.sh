. tests/cli/pos-serve/server
model
pos-serve -m m -b pos.db --listen 0.0.0.0:0 || echo "status $?"
pos-serve -m m -b pos.db --listen '[::]:0' || echo "status $?"
[ -e pos.db ] || echo 'nothing was begun'
