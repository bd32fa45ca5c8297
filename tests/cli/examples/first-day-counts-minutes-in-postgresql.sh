# needs: ls /usr/lib/postgresql/*/bin/initdb && command -v psql
# minutes.sql and count.sh of docs/first-day.md, asked of a real server. It may not be root's, so root lends it a name.
. tests/cli/examples/counts-of-payments
for server in /usr/lib/postgresql/*/bin; do :; done  # the newest
as=
[ "$(id -u)" != 0 ] || as='runuser -u postgres --'
data=$(mktemp -d)
[ -z "$as" ] || chown postgres "$data"
export PGHOST="$data" PGUSER=postgres PGDATABASE=shop
trap 'cd /; $as "$server/pg_ctl" -D "$data/db" -m immediate stop > /dev/null; rm -rf "$data"' EXIT
(cd / && $as "$server/initdb" -D "$data/db" -A trust -N -U postgres > /dev/null
  $as "$server/pg_ctl" -D "$data/db" -w -l "$data/log" -o "-c listen_addresses= -k $data -F" start > /dev/null)
psql -X -q -d postgres -c 'CREATE DATABASE shop'
{ echo "SET TimeZone = 'America/Sao_Paulo';"; make_payments timestamptz "interval '5 minutes'"; } | psql -X -q

"$tests/document" --files --for PostgreSQL "$tests/../docs/first-day.md"
count
echo 'of a column without a zone'
psql -X -q -c "SET TimeZone = 'America/Sao_Paulo'; ALTER TABLE payments ALTER created_at TYPE timestamp"
count
echo 'as pos-tools(7) has it'
psql -X -q --csv -c "$(sed -n "s/\\\\(aq/'/g; s/^\.Ql \(SELECT .*\) ,\$/\1/p" "$tests/../man/pos-tools.7") ORDER BY 1 LIMIT 2"
