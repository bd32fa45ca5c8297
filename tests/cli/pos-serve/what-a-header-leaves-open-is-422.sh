# needs: command -v curl
. tests/cli/pos-serve/server
model
serve
ask() { post "$@" -w '%{http_code}\n'; }
ask application/json '[{"time":"2026-03-09 13:00","status":"approved","F1":12}]'
printf 'time,status,F1\n2026-03-09 13:00,approved,12\n' | ask text/csv @-
printf 'time,status,count\n09/03/2026 13:00,approved,12\n' | ask text/csv @-
ask application/json '{"Data_Hora":"2026-03-09 13:00","Situação":"approved","QTD":12}' | sed 's/,"score.*}/}/'
end
serve --columns count=F1 --time-format '%d/%m/%Y %H:%M'
printf 'time,status,F1\n09/03/2026 13:01,approved,12\n' | ask text/csv @- | cut -d, -f1-3
