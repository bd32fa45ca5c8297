# needs: command -v curl
# The file of events is read at the start and on SIGHUP; of a bad one nothing counts.
. tests/cli/pos-serve/server
. tests/cli/shop
shop 2 23 1 0 > history.csv
pos-train -q -m m history.csv
shop 24 26 2 0 | without 2026-03-25 > days.csv
{ echo from,to,name,kind; echo 2026-04-02,,Works,closed; } > events.csv
export SOURCE_DATE_EPOCH=1774558800   # 2026-03-26 21:00
hang_up() { kill -HUP "$server" && wait_until "[ \$(wc -l < errors) -ge $1 ]"; }
outages() {
  post text/csv @days.csv > /dev/null
  end
  sed '/listening/d' errors
  pos-report -b pos.db -s 2026-03-24 -u 2026-03-27 -r table -f csv | told
  rm pos.db*
}
serve --events events.csv
outages
serve --events events.csv
echo 2026-03-25,,Works,closed >> events.csv
hang_up 3
echo '27.3.,,Works,closed' >> events.csv
hang_up 4
outages
pos-serve -m m -b pos.db --events events.csv || echo "$?"
