pos-train -q -m a data/ten-minutes.csv
sed 's/count/f0_/; s/^\(..\):\(..\)/\1h \2/' data/ten-minutes.csv > h.csv
pos-train -q -m b h.csv
cmp a b
sed 's/,/;/g' data/ten-minutes.csv | pos-train -q -m c
cmp a c
