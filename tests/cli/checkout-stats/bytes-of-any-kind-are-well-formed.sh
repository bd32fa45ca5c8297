# Names of files and queries may have any bytes, and data what XML has no character for: a picture is XML all the same,
# and a page and JSON are UTF-8.
cp examples/data/checkout-1.csv "$(printf 'caf\351\033.csv')"
set -- "$(printf 'caf\351\033.csv')"
query=$(printf "SELECT time, today AS \"\357\277\276\351\001\", 'x\357\277\277' IS NULL AS n FROM \"caf\351\033\"")
checkout-stats "$@" --sql -o ours.svg
checkout-stats "$@" --sql "$query" -o own.svg
checkout-stats "$@" --sql -o ours.html
checkout-stats "$@" --sql "$query" -o own.html
checkout-stats "$@" -o report.html
checkout-stats "$@" --sql "$query" -f ndjson > own.ndjson
checkout-stats "$@" -r info -f ndjson > info.ndjson
checkout-stats "$@" --sql "SELECT x'c328' AS b" -f ndjson
python3 - << 'END'
import glob, json, xml.dom.minidom
for name in sorted(glob.glob('o*.svg')):
    print(name, xml.dom.minidom.parse(name).documentElement.tagName)
for name in sorted(glob.glob('*.html')):
    text = open(name, encoding='utf-8').read()
    print(name, 'UTF-8,', sum(c < ' ' and c not in '\t\n' or c in '\ufffe\uffff' for c in text), 'characters that are none')
for name in sorted(glob.glob('*.ndjson')):
    print(name, len([json.loads(line) for line in open(name, encoding='utf-8')]), 'objects')
END
grep -m 1 -o '<title>.*</title>' ours.svg own.svg report.html
