mkdir english portuguese
cp examples/data/history.csv examples/data/day.csv english
for file in english/*.csv; do sed -f data/to-portuguese.sed "$file" > "portuguese/${file#*/}"; done
# The forest scores other words otherwise, the width of bars goes by them, and the approval rate is of denied and failed in
# English: these are not compared.
without_rate() { sed 's/^\(total,.*,\)0\.[0-9]*$/\1/; s/"approval_rate":[^}]*/"approval_rate":null/; /^Approval rate/d'; }
report() {
  pos-train -q -m m history.csv
  pos-score -q -m m -b pos.db day.csv > scored.csv
  for part in summary bars series incidents; do
    pos-report -b pos.db -s 2026-03-09 -u 2026-03-10 -r $part -f csv
    pos-report -r $part -f ndjson scored.csv
  done | without_rate > data
  pos-report -r summary,incidents scored.csv | without_rate | tr -s ' \n' '  ' > text
  pos-report -f prom scored.csv | grep -v 'generated\|approval_rate' > metrics
  pos-report -f html scored.csv | grep -v '^<p>Made' | sed 's/^"score":.*//; s/^"alert":.*//; s/Approvals lost/approvals lost/; s/\(<b title="[^"]*">\)\(.\)/\1\L\2/g; s/"now":[0-9]*,//; s/"approval":\[[^]]*\],//; /data-tile="\*approval"/d' > page.html
}
# Only `approved` has a word of its own.
name_alike() { sed 's/approvals \([0-9]* %\|not seen\)/approved \1/g'; }
(cd english && report)
(cd portuguese && report)
for file in data text metrics page.html; do
  sed -f data/from-portuguese.sed "portuguese/$file" | name_alike > translated
  name_alike < "english/$file" | cmp - translated && echo "$file: the same"
done
pos-report -r summary portuguese/scored.csv | head -1
grep lost portuguese/metrics
grep -c '>aprovada lost<' portuguese/page.html
