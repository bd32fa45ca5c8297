{ echo time,status,final_decision; yes 2026-03-09 10:00,denied,Approve | head -n 200001; } > big.csv
pos-report -f html big.csv
