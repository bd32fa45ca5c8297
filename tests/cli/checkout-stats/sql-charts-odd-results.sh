# Nothing, one row, nulls, text, numbers that are none, and more rows than columns or pixels.
show() {
  echo "# $1"
  # shellcheck disable=SC2086  # words
  LC_ALL=C COLUMNS=${columns-40} checkout-stats examples/data/checkout-2.csv ${chart---chart line} --sql "$1" || echo $?
}
show "SELECT 'a' AS a, 1 AS b WHERE 0"
show "SELECT 'a' AS a, 1 AS b"
show "SELECT 'a' AS a, NULL AS b"
show "SELECT 'a' AS a, 'x' AS b"
show "SELECT 1 AS a"
show "SELECT * FROM (VALUES ('a', 9e999), ('b', -9e999), ('c', 2))"
show "SELECT * FROM (VALUES ('a', -1), ('b', -2), ('c', -4))"
show "SELECT time, 0 AS same, 0 AS same FROM \"checkout-2\""
show "SELECT * FROM (VALUES ('a', 1e300), ('b', -1e300), ('c', 1))"
columns=20 show "SELECT * FROM (VALUES ('2026-03-09', 3), ('2026-03-10', 1), ('2026-03-12', 2))"
chart='--chart bar' show "SELECT * FROM (VALUES ('long enough to be cut off', -3), ('b', 6), (NULL, NULL))"
many='WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT i, i % 97 - 48 AS saw FROM n'
show "$many"
# A picture keeps the peaks of what is more than its pixels.
checkout-stats examples/data/checkout-2.csv -f svg --sql "$many" > many.svg
python3 - << 'END'
import os, re
path = max(re.findall(r'class="line-0".*? d="([^"]*)"', open('many.svg').read()), key=len)
heights = [float(y) for y in re.findall(r' ([\d.]+)', path)]
print(len(heights), 'points, from', min(heights), 'to', max(heights), '; small' if os.path.getsize('many.svg') < 40000 else '')
END
checkout-stats examples/data/checkout-2.csv -f svg --chart bar --sql "$many" > /dev/null || echo $?
checkout-stats examples/data/checkout-2.csv -f html --sql "SELECT 'x' AS a, 'y' AS b WHERE 0" | grep -cE '<figure>|no rows'
checkout-stats examples/data/checkout-2.csv -f html --sql "$many" | grep -E '^<p class="none">'
