# Plain rows are scored and written many at a time, and all rows with --explain one by one: but for that column the two say
# the same, and what they tell of bad rows and news too.
pos-train -q -m m examples/data/history.csv
awk -F, -v OFS=, 'NR > 1 {
  if (NR % 97 == 0) $2 = "\"" $2 "\""
  if (NR % 101 == 0) $3 = " " $3
  if (NR % 103 == 0) $2 = "charge,back"
  if (NR % 104 == 0) $2 = "0.123456"
  if (NR % 107 == 0) $2 = "caf\303\251"
  if (NR % 109 == 0) $3 = sprintf("%.0f", 9000000000 + NR)
  if (NR % 113 == 0) $1 = "yesterday"
  if (NR % 127 == 0) $3 = $3 "\r"
  if (NR % 131 == 0) print ""
  if (NR % 731 == 0) $0 = "time,status,count"
} { print }' examples/data/day.csv > odd.csv
for blank in '' ' '; do
  awk -F, -v b="$blank" 'NR > 1 {
    if (NR % 97 == 0) $3 = "\"" $3 "\""
    if (NR % 101 == 0) $2 = "a\\u0062"
    if (NR % 103 == 0) $3 = -1
    print "{\"time\":" b "\"" $1 "\"," b "\"status\":" b "\"" $2 "\"," b "\"count\":" b $3 "}"
  }' examples/data/day.csv > "day$blank.ndjson"
done
without_explain() { sed 's/,explain$//; s/,base=[^,]*$//; s/,"explain":{[^}]*}}$/}/'; }
for policy in forest seed 'seed --issues denied,0.123456' 'forest --threshold 0.4' 'forest -a' 'forest --threshold 0.123456' 'seed --threshold 0.654321'; do
  for file in odd.csv day.ndjson 'day .ndjson' examples/data/day.csv; do
    # shellcheck disable=SC2086  # options
    {
      pos-score -p $policy -m m "$file" > at-once 2> told-at-once || :
      pos-score -p $policy -m m --explain "$file" 2> told | without_explain > one-by-one
      pos-score -p $policy -m m --explain < "$file" 2> /dev/null | without_explain | cmp - one-by-one
      pos-score -p $policy -m m < "$file" 2> /dev/null | cmp - at-once
    }
    cmp at-once one-by-one && cmp told-at-once told && echo "$policy, $file: $(wc -l < at-once) rows"
  done
done
