# needs: /usr/bin/python3 -c 'import aiosmtpd'
# A merchant gets its incidents at its own address, in mail that does not say who else is told.
. tests/cli/wait-until
/usr/bin/python3 tests/mail/server box &
server=$!
trap 'kill "$server" 2>/dev/null || :' EXIT
wait_until '[ -s box/port ]'
cat > alert.toml <<END
db = "pos.db"
[pos-alert]
smtp = "smtp+plain://localhost:$(cat box/port)"
from = "pos@example.com"
to = ["ops@example.com", "night@example.com"]
replay = true
[route.beta]
key = "merchant=beta"
to = ["Beta <payments@beta.example.com>", "ops@example.com"]
END
pos-alert --config alert.toml data/scored-keys.csv > /dev/null
for mail in box/mail/*.eml; do
  sed -n 's/^\(X-Peer-To\|To\|Subject\): /\1: /p' "$mail" | tr -d '\r' | paste -sd'|'
done | sort
