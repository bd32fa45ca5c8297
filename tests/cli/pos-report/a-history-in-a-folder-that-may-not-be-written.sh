# needs: [ "$(id -u)" = 0 ] && command -v setpriv
# As a user who may only read.
mkdir shelf
cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b shelf/pos.db > /dev/null
cp "$(command -v pos-report)" shelf/
chmod -R a+rX shelf .. .
setpriv --reuid=65534 --regid=65534 --clear-groups shelf/pos-report -b shelf/pos.db -s 2026-03-09 -f csv -r bars
ls shelf
