# needs: test -n "${POS_REAL_DATA:-}" && /usr/bin/python3 -c 'import numpy'
shops=$POS_REAL_DATA/../quality/shops
mkdir out
for scenario in "$shops"/dev-*; do
  pos-train -q --holdout 0 -m m "$scenario/train.csv"
  pos-score -q -m m "$scenario/test.csv" > "out/$(basename "$scenario").csv"
done
/usr/bin/python3 "$shops/../score.py" --root "$shops" --outputs out --alert-col final_decision --score-col surprise |
  grep '^shop' | sed 's/  delay.*//'
