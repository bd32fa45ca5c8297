pos-train -q -m m --on-error stop data/bad-rows.csv || echo status $?
test ! -e m
