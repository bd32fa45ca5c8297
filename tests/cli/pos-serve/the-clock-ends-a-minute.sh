# needs: command -v curl
. tests/cli/pos-serve/server
model
unset SOURCE_DATE_EPOCH
serve --grace 0s --alert-command 'cat > got'
# Its minute is over within a second or is over already; nothing else is posted.
post application/json "{\"time\":$(($(date +%s) - 59)),\"status\":\"denied\",\"count\":90}" | jq -r .final_decision
wait_until 'grep -qs denied got' 100
cut -d, -f2,3,8,9 got | grep denied
