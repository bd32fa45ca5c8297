esc=$(printf '\033')
{
  echo 'time,status,final_decision,reason'
  echo '2026-03-09 10:00,</script><b>,Alert,<img src=x onerror=alert(1)>'
  echo "2026-03-09 10:01,denied,Alert,${esc}[2J"
} > in.csv
pos-report -f html --on-error skip in.csv > page.html
grep -c '<img src=x' page.html || true
grep -c '</script><b>' page.html || true
pos-report -q --on-error skip -r table in.csv
pos-report --on-error skip --status "${esc}[2J" in.csv
