# needs: command -v curl
. tests/cli/pos-serve/server
model
unset SOURCE_DATE_EPOCH
serve --grace 0s --alert-command "exec pos-alert -b pos.db --follow --exec 'cat > told' > events"
# Its minute is over within a second or is over already; nothing else is posted.
post application/json "{\"time\":$(($(date +%s) - 59)),\"status\":\"denied\",\"count\":90}" | jq -r .final_decision
wait_until '[ -s told ]' 100
jq -r '"\(.event) \(.severity) \(.status)"' told
