# needs: command -v curl
. tests/cli/pos-serve/server
model
serve --alert-command 'echo $$ > child; trap "" HUP; exec sleep 60'
post application/json '{"time":"2026-03-09 13:00","status":"approved","count":40}' -o answer
wait_until '[ -s child ]'
mv pos.db elsewhere
wait_until 'grep -q "cannot be stored" errors'
end
sed '/listening/d; /away from the clock/d' errors
kill -0 "$(cat child)" 2> /dev/null || echo 'nothing is left'
