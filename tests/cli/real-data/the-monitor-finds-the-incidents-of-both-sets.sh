# needs: test -n "${POS_REAL_DATA:-}" && /usr/bin/python3 -c 'import numpy'
quality=$POS_REAL_DATA/../quality
for set in "$quality" "$quality/shops"; do
  out=of-$(basename "$set")
  mkdir "$out"
  for scenario in "$set"/dev-*; do
    pos-train -q --holdout 0 -m m "$scenario/train.csv"
    pos-score -q -m m "$scenario/test.csv" > "$out/$(basename "$scenario").csv"
  done
  /usr/bin/python3 "$quality/score.py" --root "$set" --outputs "$out" --alert-col final_decision --score-col surprise |
    grep -E '^(all|shop) ' | sed 's/  delay.*//'
done
