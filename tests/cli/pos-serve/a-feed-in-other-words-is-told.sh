# needs: command -v curl
. tests/cli/pos-serve/server
model
sed -f data/to-portuguese.sed examples/data/day.csv > day.csv
serve
head -101 day.csv > some.csv
post text/csv @some.csv | wc -l
post text/csv @day.csv | wc -l
end
grep -o 'none of.*' errors
rm pos.db
serve -p seed --issues negada,falha,estornada
post text/csv @day.csv | grep -c 'rule: '
