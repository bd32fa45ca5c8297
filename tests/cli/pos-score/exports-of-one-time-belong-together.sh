# A day from two terminals: a file each is refused with the cure, one behind the other, headers and all, is the day.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
pos-score -m m $day > wanted.csv
{ sed -n 1p $day; sed -n '1d; n; p' $day; } > one.csv
{ sed -n 1p $day; sed -n '1d; p; n' $day; } > two.csv
wc -l < one.csv
pos-score -q -m m one.csv two.csv > /dev/null || echo "exit $?"
cat one.csv two.csv > both.csv
pos-score -q -m m both.csv | sort > both && sort wanted.csv | cmp - both && echo 'one file, in any order'
piped() { cat "$1"; }
piped both.csv | pos-score -q -m m > piped.csv || echo "a pipe: $?"
# Days that follow each other are given in their order.
sed 's/^2026-03-09/2026-03-10/' $day > next.csv
pos-score -q -m m $day next.csv > both.csv && wc -l < both.csv
sed 's/^2026-03-09/2026-03-11/' $day > third.csv
pos-score -q -m m next.csv $day > both.csv || echo "backwards: $?"
pos-score -q -m m $day third.csv next.csv > all.csv || echo "one in between: $?"
pos-score -q -m m -b pos.db $day next.csv > again.csv
pos-score -q -m m -b pos.db $day next.csv third.csv | wc -l  # what is stored is no file of before
