# needs: script --version
cut -d, -f1-3 data/scored.csv | pos-score -q -p seed -m data/by-hand.model -b pos.db > /dev/null
export LINES=8 COLUMNS=80 SOURCE_DATE_EPOCH=1773068400
script -qec 'timeout --foreground -s INT 3 pos-report -b pos.db --watch 1s' /dev/null < /dev/null > screen || true
tr '\033\r' '~ ' < screen
