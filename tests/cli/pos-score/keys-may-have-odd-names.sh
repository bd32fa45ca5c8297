# Merchants with the names that a program may stumble over, in a column spelt otherwise than the model has it, as CSV and
# NDJSON, in one go and cut: the same is said of each. A card number that is a name is masked in all that is said and kept.
python3 data/merchants.py
cat > odd.py <<'END'
import csv, json, sys
names = ['*', '(other)', 'a=b', 'tab\tx', 'com,ma', 'quo"te', 'é' * 150, '4111111111111111', ' trim ', '', 'new\nline', '<b>&']
for name in ('history', 'day'):
    rows = []
    for i, row in enumerate(csv.DictReader(open(name + '.csv'))):
        odd = names[i * 7 % len(names)] if row['merchant'] == 'bravo' else {'alfa': names[i % 2 * 3], 'charlie': names[7]}[row['merchant']]
        rows.append(row | {'count': int(row['count']), 'merchant': odd, 'acquirer': row['acquirer'] if i % 11 else ''})
    with open('odd-' + name + '.csv', 'w', newline='') as out:
        out.write('time,status,count,Merchant,acquirer\n')
        csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n').writerows(row.values() for row in rows)
    with open('odd-' + name + '.ndjson', 'w') as out:
        for row in rows:
            row['Merchant'] = row.pop('merchant')
            out.write(json.dumps(row, ensure_ascii=False) + '\n')
END
python3 odd.py
pos-train -q --by merchant,ACQUIRER -m m odd-history.csv
pos-train -q --by merchant,ACQUIRER -m other odd-history.ndjson
cmp m other
score() { pos-score -q -m m --where merchant,acquirer "$@"; }
cat > said.py <<'END'
import csv, json, sys
rows = csv.DictReader(sys.stdin) if sys.argv[1] == 'csv' else map(json.loads, sys.stdin)
for row in rows:
    said = [row[c] for c in 'time status score expected surprise severity final_decision reason key where'.split()]
    print(*('' if cell is None else float(cell) if i in (2, 3, 4) and cell != '' else cell for i, cell in enumerate(said)), sep='|')
END
score odd-day.csv | python3 said.py csv > said
score odd-day.ndjson | python3 said.py json | cmp - said
score -f ndjson odd-day.csv | python3 said.py json | cmp - said
score -f csv odd-day.ndjson | python3 said.py csv | cmp - said
for rows in 100 5300 5331 7333 9000; do head -n "$rows" odd-day.ndjson | score -b pos.db > /dev/null; done
score -b pos.db odd-day.ndjson > /dev/null
score -b pos.db odd-day.ndjson | python3 said.py json | cmp - said
sqlite3 pos.db 'SELECT name FROM key_set' | tr '\t' '\n' | sort -u
cut -d'|' -f9 said | sort -u | wc -l
grep -c 4111111111111111 said m pos.db || :
score odd-day.csv | grep -o '^2026-03-05 14:0[5-9],approved,0,[^,]*,,' | sort -u
score -a odd-day.ndjson | grep -vc Alert || :
score --no-fill odd-day.csv | grep -c 'approved,0,' || :
# By place.
for name in history day; do sed 1d $name.csv > $name-bare.csv; done
pos-train -q -N --columns time=1,status=2,count=3 --by 4 -m places history-bare.csv
pos-score -q -N --columns time=1,status=2,count=3 -m places day-bare.csv | grep -o '^2026-03-05 14:0[5-7],.*4=.*'
