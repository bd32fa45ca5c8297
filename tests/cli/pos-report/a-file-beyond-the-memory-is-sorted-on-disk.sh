# 16 MB are kept in memory. Reasons of 1000 characters: 20000 rows are more than that.
rows() {
  awk -v rows="$1" 'BEGIN {
    reason = sprintf("%1000s", ""); gsub(/ /, "x", reason)
    print "time,status,count,final_decision,reason"
    for (i = 0; i < rows; ++i) printf "%d,approved,%d,Approve,%s\n", 1767225600 + i * 7919 % rows * 60, i, reason
  }'
}
rows 20000 > some.csv
rows 40000 > many.csv
pos-report -r table -f csv < many.csv | tail -n +2 | cut -d , -f 1 | sort -c
pos-report -r table many.csv | sed 1,2d | wc -l
peak-memory --at-most-more 8000 pos-report -r all some.csv -- pos-report -r all many.csv
TMPDIR=nowhere pos-report many.csv
