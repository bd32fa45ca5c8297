# Half a stream in one run and half in another give the bytes of one run, and its state: cut at every 97th row, in
# minutes, at the day's end; rows out of order; keys and places; NDJSON; and in many pieces.
score() { pos-score -q -m m "$@" || [ $? = 65 ]; }  # rows out of order by too much are told by 65
halves() {  # FILE STEP OPTION...
  file=$1 step=$2
  shift 2
  rm -f one
  score --state one --no-header-out "$@" "$file" > one.out 2> one.err
  rows=$(($(wc -l < "$file") - 1))
  for cut in $(seq 0 "$step" "$rows") "$rows"; do
    rm -f cut
    head -n "$((cut + 1))" "$file" | score --state cut --no-header-out "$@" > cut.out 2> cut.err
    { head -n 1 "$file"; tail -n "+$((cut + 2))" "$file"; } | score --state cut --no-header-out "$@" >> cut.out 2>> cut.err
    cmp cut.out one.out && cmp cut one || echo "$file $*: cut behind row $cut"
  done
  echo "$file $*: $(wc -l < one.out) rows"
}
pieces() {  # FILE ROWS
  rm -f one
  score --state one --no-header-out "$1" > one.out 2> one.err
  rm -f cut
  tail -n +2 "$1" | split -l "$2" - piece.
  for piece in piece.*; do
    { head -n 1 "$1"; cat "$piece"; } | score --state cut --no-header-out 2> cut.err
  done > cut.out
  rm piece.*
  cmp cut.out one.out && cmp cut one && echo "$1: in pieces of $2 rows"
}
pos-train -q --trees 5 -m m examples/data/history.csv
cp examples/data/day.csv day
halves day 97
halves day 1201 -Z America/Sao_Paulo -a
pieces day 71
python3 - << 'END'
import json, random
chance = random.Random(3)
rows = open('day').read().splitlines()
late = sorted(rows[1:], key=dict((row, i + (chance.uniform(0, 9) if chance.random() < 0.2 else 0)) for i, row in enumerate(rows[1:])).get)
open('late', 'w').write('\n'.join(rows[:1] + late) + '\n')
clocks = [row[11:] for row in rows[1:]]
open('clocks', 'w').write('\n'.join(rows[:1] + clocks + clocks) + '\n')
END
halves late 1777
halves clocks 2963
python3 data/merchants.py
pos-train -q --trees 5 --by merchant,acquirer -m m history.csv
mv day.csv merchants
halves merchants 4421 --where merchant,acquirer
halves merchants 6173 -f ndjson
# A night in which clocks change, and one that is judged as if it came after that night.
python3 data/clock-change.py America/New_York 2026-03-08 offset
pos-train -q --trees 5 -Z America/New_York -m m history.csv
halves night.csv 577 -Z America/New_York
halves merchants 6173 -Z America/New_York
