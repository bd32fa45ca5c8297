printf '%s\n' time,status,final_decision 23:59,denied,Alert 00:00,denied,Alert |
  pos-report -D 2026-03-09 -f csv -r table
