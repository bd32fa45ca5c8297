# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
model
events() { cut -d, -f2-4,6-10 "$1" | sort; }
for policy in forest seed; do
  serve -b "$policy.db" -p "$policy" --alert-command "exec pos-alert -b alert.db --history $policy.db --follow --replay > events"
  post text/csv @examples/data/day.csv -o answer
  end
  pos-score -q -m m -p "$policy" examples/data/day.csv | pos-alert -b other.db --replay > wanted
  events wanted > wanted.sorted
  events events | diff wanted.sorted - && echo "$policy: the same events"
  rm alert.db other.db
done
