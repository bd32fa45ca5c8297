# needs: test -n "${POS_REAL_DATA:-}" && test -f "${POS_REAL_DATA:-}/../reference/monitor_1.0.py"
shared=$POS_REAL_DATA/..
for scenario in "$shared"/quality/dev-* "$shared"/quality/shops/dev-*; do
  pos-train -q --holdout 0 -m m "$scenario/train.csv"
  pos-score -q -m m "$scenario/test.csv" > scored.csv
  python3 "$shared/reference/monitor_1.0.py" --train "$scenario/train.csv" --score "$scenario/test.csv" --out golden.csv 2> /dev/null
  echo "$(basename "$scenario"): $(python3 tests/compare-golden golden.csv < scored.csv)"
done
