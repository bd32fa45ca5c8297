{ echo time,status,final_decision; yes 2026-03-09 10:00,denied,Approve | head -n 200001; } > big.csv
pos-report -f html big.csv > page.html
grep -o "[^>]*rows are too many[^<]*" page.html
grep -o "<data id=.total-[a-z]*. value=.[0-9.]*.>" page.html
