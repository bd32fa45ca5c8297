# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
row='{"time":"2026-03-09 13:00","status":"denied","count":20}'
post application/json "$row" -o answer
hang_up() { kill -HUP "$server" && wait_until "[ \$(wc -l < errors) = $1 ]"; }
mv m elsewhere && hang_up 2
head -5 elsewhere > m && hang_up 3
pos-train -q --inspect elsewhere > m && hang_up 4
mv elsewhere m && hang_up 5
sed 1d errors
# The monitor still knows the open minute.
post application/json "$row" | jq -r .reason
curl -s "${url}metrics" | grep '^pos_serve_reload'
