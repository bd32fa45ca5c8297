pos-train -q -m m examples/data/day.csv
sha256sum < m
pos-train -q -m m2 examples/data/day.csv
cmp m m2
pos-train -q --seed 7 -m m2 examples/data/day.csv
cmp -s m m2 || echo another seed, another model
