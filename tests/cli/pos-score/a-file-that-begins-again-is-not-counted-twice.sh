# An export that is written anew every minute, followed by tail -F: the header comes again, and all rows with it.
pos-train -q -m m examples/data/history.csv
day=examples/data/day.csv
pos-score -m m $day > wanted.csv
editions() { for lines in 500 500 1200 1201 1203 2500 3544; do head -n $lines "$1"; done; }
editions $day | pos-score -m m | cmp - wanted.csv && echo 'the same through a pipe'
editions $day > editions.csv
pos-score -q -m m editions.csv | sort > sorted && sort wanted.csv | cmp - sorted && echo 'in a file'
editions $day | pos-score -q -m m -b pos.db | cmp - wanted.csv && echo 'with a history'
sed '2,$s/^[^ ]* //' $day > clocks.csv
pos-score -m m clocks.csv > wanted.csv
editions clocks.csv | pos-score -q -m m | cmp - wanted.csv && echo 'without dates'
# A log that is rotated goes on with another file, in the middle of a minute, too.
{ sed 1000q $day; sed '2,1000d' $day; } > rotated.csv
pos-score -m m $day > wanted.csv
piped() { cat "$1"; }
piped rotated.csv | pos-score -m m | cmp - wanted.csv && echo 'a rotated log'
{ cat clocks.csv; sed '2s/12$/13/' clocks.csv; } > rotated.csv
piped rotated.csv | pos-score -q -m m > scored.csv
cut -d, -f1-3 scored.csv | sed -n '/,failed,0$/d; /,approved,0$/d; p' | wc -l
