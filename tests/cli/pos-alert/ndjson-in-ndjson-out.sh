echo '{"time":"2026-03-09 14:05","status":"denied","count":20,"expected":2,"severity":"critical","surprise":4,"final_decision":"Alert","reason":"above: 20 in 1 min"}' |
  pos-alert --replay -n
