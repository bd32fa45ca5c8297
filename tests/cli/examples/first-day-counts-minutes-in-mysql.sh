# needs: command -v mariadbd && command -v mariadb-install-db && command -v mysql
# minutes.sql and count.sh of docs/first-day.md, asked of a real server, which is MariaDB.
. tests/cli/examples/counts-of-payments
data=$(mktemp -d)
printf '[client]\nuser=root\nsocket=%s\n' "$data/socket" > "$HOME/.my.cnf"
mariadb-install-db --no-defaults --datadir="$data/db" --user="$(id -un)" --auth-root-authentication-method=normal \
  --skip-test-db > "$data/log" 2>&1
mariadbd --no-defaults --datadir="$data/db" --user="$(id -un)" --skip-networking --socket="$data/socket" \
  --pid-file="$data/pid" --innodb-flush-log-at-trx-commit=0 >> "$data/log" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" || :; rm -rf "$data"' EXIT
wait_until 'mysql -e "CREATE DATABASE shop" 2> /dev/null'
{ echo "SET time_zone = '-03:00';"; make_payments timestamp 'INTERVAL 5 MINUTE'; } | mysql shop

"$tests/document" --files --for MySQL "$tests/../docs/first-day.md"
count
echo 'of a column without a zone'
mysql shop -e "SET time_zone = '-03:00'; ALTER TABLE payments MODIFY created_at datetime"
sed -i 's/+00:00//' minutes.sql
sed -i 's/+00:00/-03:00/' count.sh
count
