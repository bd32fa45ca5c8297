pos-train -m m --test data/labelled.csv data/ten-minutes.csv 2>&1 | sed -n '/judged/,/ROC/p'
