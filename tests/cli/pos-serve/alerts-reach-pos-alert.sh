# needs: command -v curl
. tests/cli/pos-serve/server
export SOURCE_DATE_EPOCH=1773144000   # 2026-03-10 12:00, when that day is over
model
serve --alert-command 'pos-alert -b alert.db --history pos.db --follow --replay --maildir box > events'
post text/csv @examples/data/day.csv > answer
end
sed '/listening/d' errors
pos-score -q -m m examples/data/day.csv | pos-alert -b other.db --replay --maildir other > wanted
# When a message goes out depends on how the rows come, and so does how its incident is then.
for file in wanted events; do
  { grep -v ,sent, "$file" | cut -d, -f2-4,6-10; grep ,sent, "$file" | cut -d, -f2-4; } | sort > "$file.sorted"
done
diff wanted.sorted events.sorted && echo 'the same events'
