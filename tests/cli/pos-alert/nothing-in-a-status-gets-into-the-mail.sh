printf '%s\n' '{"time":"2026-03-09 14:05","status":"denied\r\nBcc: thief@example.com","count":9,"final_decision":"Alert"}' \
  '{"time":"2026-03-09 14:05","status":"denied","count":9,"final_decision":"Alert","reason":"x\r\nBcc: thief@example.com"}' \
  '{"time":"2026-03-09 14:05","status":"Bcc: thief@example.com","count":9,"final_decision":"Alert"}' \
  '{"time":"2026-03-09 14:05","status":"4111 1111 1111 1111","count":9,"final_decision":"Alert"}' > hostile
pos-alert --replay -b pos.db --maildir box hostile > log || echo "status $?"
jq -r '[.event, .status] | join(" ")' log
for mail in box/new/*; do sed '/^.\{0,1\}$/q' "$mail"; done > headers
grep -ciE '^(bcc|to:.*thief)' headers || echo no Bcc
cat box/new/* log | grep -c 4111111111111111 || echo no card
