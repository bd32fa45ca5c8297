pos-train -m m --trees 0 data/ten-minutes.csv || echo status $?
pos-train -m m --contamination 0.6 data/ten-minutes.csv || echo status $?
pos-train -m m --seed x data/ten-minutes.csv || echo status $?
