# needs: command -v curl
. tests/cli/pos-serve/server
model
table() { pos-report -b "$policy.db" -r table -f csv -s 2026-03-09; }
for policy in forest seed; do
  serve -b "$policy.db" -p "$policy" --alert-command "cat > $policy"
  post text/csv @examples/data/day.csv -o answer
  post application/json '{"time":"2026-03-09 23:59","status":"denied","count":7}' -o answer
  wait_until 'grep -qs "23:59:00,denied,7," $policy'
  table | cmp - "$policy" && wc -l < "$policy"
  # Some of its minute may come again.
  post application/json '{"time":"2026-03-09 10:00","status":"denied","count":999}' -o answer
  end
  table | sort > wanted
  sort -u "$policy" | diff wanted - && tail -1 "$policy"
done
sed 1d errors
