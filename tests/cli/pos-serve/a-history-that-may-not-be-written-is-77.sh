# needs: [ "$(id -u)" = 0 ] && command -v setpriv
. tests/cli/pos-serve/server
model
serve
end
mkdir shelf
cp pos.db m "$(command -v pos-serve)" shelf
chmod -R a+rX shelf .. .
status=0
setpriv --reuid=65534 --regid=65534 --clear-groups shelf/pos-serve -m shelf/m -b shelf/pos.db --listen 127.0.0.1:0 || status=$?
echo "status $status"
